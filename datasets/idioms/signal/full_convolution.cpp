void convolve_full(const double *a, int na, const double *b, int nb, double *c)
{
    for (int k = 0; k < na + nb - 1; k++) {
        double s = 0.0;
        for (int i = 0; i < na; i++) {
            int j = k - i;
            if (j >= 0 && j < nb)
                s += a[i] * b[j];
        }
        c[k] = s;
    }
}
