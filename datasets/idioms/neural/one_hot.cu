__global__ void one_hot(const int *labels, float *out, int n, int classes)
{
    int tid = blockIdx.x * blockDim.x + threadIdx.x;
    if (tid < n * classes)
        out[tid] = labels[tid / classes] == tid % classes ? 1.0f : 0.0f;
}
