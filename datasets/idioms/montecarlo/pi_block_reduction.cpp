void estimate_pi(const double *u, double *pi, int n)
{
    int inside = 0;
    for (int i = 0; i < n; i++) {
        double a = u[2 * i], b = u[2 * i + 1];
        if (a * a + b * b < 1.0)
            inside++;
    }
    pi[0] = n > 0 ? 4.0 * inside / n : 0.0;
}
