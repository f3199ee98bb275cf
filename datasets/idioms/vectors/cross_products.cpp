void cross_products(const float *u, const float *v, float *w, int n)
{
    for (int i = 0; i < n; i++) {
        const float *a = u + 3 * i;
        const float *b = v + 3 * i;
        w[3 * i] = a[1] * b[2] - a[2] * b[1];
        w[3 * i + 1] = a[2] * b[0] - a[0] * b[2];
        w[3 * i + 2] = a[0] * b[1] - a[1] * b[0];
    }
}
