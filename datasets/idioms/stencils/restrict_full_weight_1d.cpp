void restrict_1d(const double *fine, double *coarse, int nc)
{
    for (int i = 1; i < nc - 1; i++)
        coarse[i] = 0.25 * fine[2 * i - 1] + 0.5 * fine[2 * i] + 0.25 * fine[2 * i + 1];
}
