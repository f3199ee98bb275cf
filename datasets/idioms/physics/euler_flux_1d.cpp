void euler_flux(const double *rho, const double *mom, const double *ener, double *f0, double *f1, double *f2, double gamma, int n)
{
    for (int i = 0; i < n; i++) {
        double u = mom[i] / rho[i];
        double p = (gamma - 1.0) * (ener[i] - 0.5 * mom[i] * u);
        f0[i] = mom[i];
        f1[i] = mom[i] * u + p;
        f2[i] = (ener[i] + p) * u;
    }
}
