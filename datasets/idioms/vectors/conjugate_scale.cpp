void conj_scale(double *z, double alpha, int n)
{
    for (int i = 0; i < n; i++) {
        z[2 * i + 0] *= alpha;
        z[2 * i + 1] *= -alpha;
    }
}
