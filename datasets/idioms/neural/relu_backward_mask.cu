__global__ void relu_grad(const float *activation, float *delta, int n)
{
    int index = blockDim.x * blockIdx.x + threadIdx.x;
    if (index < n) {
        if (activation[index] <= 0)
            delta[index] = 0;
    }
}
