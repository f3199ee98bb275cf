void drotate(int n, double *x, double *y, double c, double s)
{
    for (int i = 0; i < n; i++) {
        double temp = c * x[i] + s * y[i];
        y[i] = c * y[i] - s * x[i];
        x[i] = temp;
    }
}
