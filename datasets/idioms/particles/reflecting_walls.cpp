void bounce(double *pos, double *vel, double lo, double hi, int n)
{
    for (int i = 0; i < n; ++i) {
        if (pos[i] < lo) {
            pos[i] = 2.0 * lo - pos[i];
            vel[i] = -vel[i];
        } else if (pos[i] > hi) {
            pos[i] = 2.0 * hi - pos[i];
            vel[i] = -vel[i];
        }
    }
}
