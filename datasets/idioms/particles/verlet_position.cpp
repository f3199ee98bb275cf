void verlet(double *r, double *r_prev, const double *force, const double *mass, double dt, int n)
{
    for (int i = 0; i < n; i++) {
        double next = 2.0 * r[i] - r_prev[i] + force[i] / mass[i] * dt * dt;
        r_prev[i] = r[i];
        r[i] = next;
    }
}
