void kinetic_energy(const double *vx, const double *vy, const double *vz, const double *m, double *ke, int n)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += 0.5 * m[i] * (vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]);
    *ke += sum;
}
