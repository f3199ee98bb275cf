__global__ void count_positive(const float *x, int *positives, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    bool yes = i < n && x[i] > 0.0f;
    unsigned int votes = __ballot_sync(0xffffffff, yes);
    if (threadIdx.x % 32 == 0)
        atomicAdd(positives, __popc(votes));
}
