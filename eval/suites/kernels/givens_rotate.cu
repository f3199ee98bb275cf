__global__ void givens_rotate_kernel(float* x, float* y, float c, float s, int count)
{
    const int k = blockIdx.x * blockDim.x + threadIdx.x;
    if (k < count) {
        const float xk = x[k], yk = y[k];
        x[k] = c * xk + s * yk;
        y[k] = c * yk - s * xk;
    }
}
