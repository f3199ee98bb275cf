void haar_forward(const double *s, double *approx, double *detail, int half)
{
    const double c = 0.70710678118654752;
    for (int k = 0; k < half; k++) {
        approx[k] = c * (s[2 * k] + s[2 * k + 1]);
        detail[k] = c * (s[2 * k] - s[2 * k + 1]);
    }
}
