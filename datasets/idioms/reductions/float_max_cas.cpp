void global_max(const float *x, float *peak, int n)
{
    for (int i = 0; i < n; i++)
        if (x[i] > peak[0])
            peak[0] = x[i];
}
