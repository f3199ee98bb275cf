__global__ void euler_hll_flux_kernel(int faces, double gamma, const double* rho, const double* vel, const double* pressure, double* mass, double* momentum)
{
    const int l = blockIdx.x * blockDim.x + threadIdx.x;
    if (l >= faces)
        return;
    const int r = l + 1;
    const double cl = sqrt(gamma * pressure[l] / rho[l]), cr = sqrt(gamma * pressure[r] / rho[r]);
    const double sl = vel[l] - cl < vel[r] - cr ? vel[l] - cl : vel[r] - cr;
    const double sr = vel[l] + cl > vel[r] + cr ? vel[l] + cl : vel[r] + cr;
    const double ml = rho[l] * vel[l], mr = rho[r] * vel[r];
    const double pl = ml * vel[l] + pressure[l], pr = mr * vel[r] + pressure[r];
    if (sl >= 0.0) {
        mass[l] = ml;
        momentum[l] = pl;
    } else if (sr <= 0.0) {
        mass[l] = mr;
        momentum[l] = pr;
    } else {
        const double width = sr - sl;
        mass[l] = (sr * ml - sl * mr + sl * sr * (rho[r] - rho[l])) / width;
        momentum[l] = (sr * pl - sl * pr + sl * sr * (mr - ml)) / width;
    }
}
