void deposit(const int *cell, const float *charge, float *rho, float inv_volume, int n)
{
    for (int p = 0; p < n; p++)
        rho[cell[p]] += charge[p] * inv_volume;
}
