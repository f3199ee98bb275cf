void upwind(const double *q, const double *vel, double *qnew, double cfl, int n)
{
    for (int i = 0; i < n; i++) {
        double v = vel[i];
        double flux;
        if (v > 0.0)
            flux = i > 0 ? v * (q[i] - q[i - 1]) : 0.0;
        else
            flux = i < n - 1 ? v * (q[i + 1] - q[i]) : 0.0;
        qnew[i] = q[i] - cfl * flux;
    }
}
