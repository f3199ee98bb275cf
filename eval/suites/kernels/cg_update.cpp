void cg_update(int n, double step, const double* direction, const double* image, double* solution, double* residual, double* rho)
{
    double squares = 0.0;
    for (int i = 0; i < n; ++i) {
        solution[i] += step * direction[i];
        const double r = residual[i] - step * image[i];
        squares += r * r;
        residual[i] = r;
    }
    *rho += squares;
}
