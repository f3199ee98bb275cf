void pressure_eos(const double *rho, const double *e, double *p, double gamma, int ncells)
{
    for (int i = 0; i < ncells; i++) {
        double val = (gamma - 1.0) * rho[i] * e[i];
        p[i] = val > 1.0e-12 ? val : 1.0e-12;
    }
}
