__global__ void sgd_step(float *w, const float *grad, float lr, float decay, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        w[i] -= lr * (grad[i] + decay * w[i]);
}
