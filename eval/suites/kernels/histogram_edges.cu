__global__ void histogram_edges_kernel(const double* sample, int samples, const double* edge, int bins, int* count)
{
    const int s = blockIdx.x * blockDim.x + threadIdx.x;
    if (s >= samples)
        return;
    const double value = sample[s];
    for (int b = 0; b < bins; ++b)
        if (value >= edge[b] && value < edge[b + 1])
            atomicAdd(count + b, 1);
}
