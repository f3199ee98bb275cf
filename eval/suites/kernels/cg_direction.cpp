void cg_direction(double* p, const double* z, const double* rho_new, const double* rho_old, int unknowns)
{
    const double beta = rho_new[0] / rho_old[0];
    for (int u = 0; u < unknowns; ++u)
        p[u] = z[u] + beta * p[u];
}
