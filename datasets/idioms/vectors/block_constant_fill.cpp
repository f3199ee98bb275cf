void fill_const(int N, float ALPHA, float *X, int INCX, int OFFX)
{
    for (int i = 0; i < N; ++i)
        X[OFFX + i * INCX] = ALPHA + i;
}
