void burgers(const float *u, float *un, float nu, float dt, float dx, int nx)
{
    for (int i = 0; i < nx; i++) {
        int im = i == 0 ? nx - 1 : i - 1;
        int ip = i == nx - 1 ? 0 : i + 1;
        float conv = u[i] * (u[ip] - u[im]) / (2.0f * dx);
        float diff = nu * (u[ip] - 2.0f * u[i] + u[im]) / (dx * dx);
        un[i] = u[i] + dt * (diff - conv);
    }
}
