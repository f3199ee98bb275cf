void inside_box(const float *x, const float *y, const float *z, int *inside, float lo, float hi, int n)
{
    for (int i = 0; i < n; i++)
        inside[i] = x[i] >= lo && x[i] <= hi && y[i] >= lo && y[i] <= hi && z[i] >= lo && z[i] <= hi;
}
