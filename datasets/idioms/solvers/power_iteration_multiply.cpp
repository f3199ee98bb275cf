void power_step(const double *A, const double *v, double *w, double inv_norm, int n)
{
    for (int i = 0; i < n; i++) {
        double s = 0.0;
        for (int j = 0; j < n; j++)
            s += A[i * n + j] * v[j];
        w[i] = s * inv_norm;
    }
}
