__global__ void backward_bias(float *bias_updates, const float *delta, int batch, int n, int size)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float sum = 0;
        for (int b = 0; b < batch; ++b)
            for (int j = 0; j < size; ++j)
                sum += delta[j + size * (i + n * b)];
        bias_updates[i] += sum;
    }
}
