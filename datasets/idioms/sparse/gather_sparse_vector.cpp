void gather(int nz, const float *y, float *x, const int *indx)
{
    for (int i = 0; i < nz; i++) {
        x[i] = y[indx[i]];
    }
}
