__global__ void add_bias_kernel(float *output, const float *biases, int batch, int n, int size)
{
    int index = blockIdx.x * blockDim.x + threadIdx.x;
    if (index >= n * size * batch) return;
    int i = (index / size) % n;
    output[index] += biases[i];
}
