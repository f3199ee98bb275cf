void table_lookup(const float *table, int m, const float *x, float *y, float x0, float dx, int n)
{
    for (int i = 0; i < n; i++) {
        float pos = (x[i] - x0) / dx;
        int k = 0;
        if (pos > 0.f && pos < 1000000.f)
            k = (int)pos;
        if (k > m - 2)
            k = m - 2;
        if (k < 0)
            k = 0;
        float frac = pos - k;
        y[i] = table[k] * (1.f - frac) + table[k + 1] * frac;
    }
}
