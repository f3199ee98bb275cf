void diffuse_variable(const float *u, const float *kappa, float *out, float dt, int n)
{
    for (int i = 1; i < n - 1; i++) {
        float kr = 0.5f * (kappa[i] + kappa[i + 1]);
        float kl = 0.5f * (kappa[i] + kappa[i - 1]);
        out[i] = u[i] + dt * (kr * (u[i + 1] - u[i]) - kl * (u[i] - u[i - 1]));
    }
}
