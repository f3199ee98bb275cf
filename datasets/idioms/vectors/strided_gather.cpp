void take_every(const double *signal, double *picked, int step, int first, int m)
{
    for (int j = 0; j < m; j++)
        picked[j] = signal[first + j * step];
}
