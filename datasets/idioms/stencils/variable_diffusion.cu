__global__ void diffuse_variable(const float *u, const float *kappa, float *out, float dt, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x + 1;
    if (i < n - 1) {
        float kr = 0.5f * (kappa[i] + kappa[i + 1]);
        float kl = 0.5f * (kappa[i] + kappa[i - 1]);
        out[i] = u[i] + dt * (kr * (u[i + 1] - u[i]) - kl * (u[i] - u[i - 1]));
    }
}
