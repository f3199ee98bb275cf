__global__ void nesterovUpdate(double *param, double *velocity, const double *grad, double lr, double mu, int n)
{
    int tid = threadIdx.x + blockIdx.x * blockDim.x;
    if (tid < n) {
        double v = mu * velocity[tid] - lr * grad[tid];
        param[tid] += mu * v - lr * grad[tid];
        velocity[tid] = v;
    }
}
