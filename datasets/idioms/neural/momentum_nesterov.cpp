void nesterov_update(double *param, double *velocity, const double *grad, double lr, double mu, int n)
{
    for (int i = 0; i < n; i++) {
        double v = mu * velocity[i] - lr * grad[i];
        param[i] += mu * v - lr * grad[i];
        velocity[i] = v;
    }
}
