void lsfit(int n, const float *x, const float *y, float *a, float *b, int *ier)
{
    *ier = 0;
    *a = 0.0f;
    *b = 0.0f;
    if (n < 2) {
        *ier = 1;
        return;
    }
    double sx = 0.0, sy = 0.0, sxx = 0.0, sxy = 0.0;
    for (int i = 0; i < n; i++) {
        sx += x[i];
        sy += y[i];
        sxx += (double)x[i] * x[i];
        sxy += (double)x[i] * y[i];
    }
    double d = n * sxx - sx * sx;
    if (d == 0.0) {
        *ier = 2;
        return;
    }
    *b = (float)((n * sxy - sx * sy) / d);
    *a = (float)((sy - *b * sx) / n);
}
