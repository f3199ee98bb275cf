__global__ void upwind(const double *q, double *q_new, const double *vel, double dtdx, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < 1 || i >= n - 1) return;
    if (vel[i] > 0.0)
        q_new[i] = q[i] - vel[i] * dtdx * (q[i] - q[i - 1]);
    else
        q_new[i] = q[i] - vel[i] * dtdx * (q[i + 1] - q[i]);
}
