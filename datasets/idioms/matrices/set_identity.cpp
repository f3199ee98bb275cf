void set_identity(float *m, int n)
{
    for (int y = 0; y < n; y++)
        for (int x = 0; x < n; x++)
            m[y * n + x] = (x == y) ? 1.0f : 0.0f;
}
