__global__ void take_every(const double *signal, double *picked, int step, int first, int m)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (j < m)
        picked[j] = signal[first + j * step];
}
