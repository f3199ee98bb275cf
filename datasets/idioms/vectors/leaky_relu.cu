__global__ void leaky_relu(const float *input, float *output, int n, float slope)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        output[i] = input[i] > 0 ? input[i] : slope * input[i];
    }
}
