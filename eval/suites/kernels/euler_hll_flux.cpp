void euler_hll_flux(int faces, double gamma, const double* rho, const double* vel, const double* pressure, double* mass, double* momentum)
{
    for (int f = 0; f < faces; ++f) {
        int l = f, r = f + 1;
        double cl = sqrt(gamma * pressure[l] / rho[l]), cr = sqrt(gamma * pressure[r] / rho[r]);
        double sl = vel[l] - cl < vel[r] - cr ? vel[l] - cl : vel[r] - cr;
        double sr = vel[l] + cl > vel[r] + cr ? vel[l] + cl : vel[r] + cr;
        double ml = rho[l] * vel[l], mr = rho[r] * vel[r];
        double pl = ml * vel[l] + pressure[l], pr = mr * vel[r] + pressure[r];
        if (sl >= 0.0) {
            mass[f] = ml;
            momentum[f] = pl;
        } else if (sr <= 0.0) {
            mass[f] = mr;
            momentum[f] = pr;
        } else {
            mass[f] = (sr * ml - sl * mr + sl * sr * (rho[r] - rho[l])) / (sr - sl);
            momentum[f] = (sr * pl - sl * pr + sl * sr * (mr - ml)) / (sr - sl);
        }
    }
}
