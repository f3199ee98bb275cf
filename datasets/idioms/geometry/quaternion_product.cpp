void quat_multiply(const float *p, const float *q, float *r, int count)
{
    for (int i = 0; i < count; i++) {
        const float *a = p + 4 * i;
        const float *b = q + 4 * i;
        float *c = r + 4 * i;
        c[0] = a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3];
        c[1] = a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2];
        c[2] = a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1];
        c[3] = a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0];
    }
}
