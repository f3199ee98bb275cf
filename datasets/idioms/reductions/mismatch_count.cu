__global__ void count_mismatches(const int *predicted, const int *expected, int *errors, int n)
{
    __shared__ int wrong[256];
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    wrong[threadIdx.x] = (i < n && predicted[i] != expected[i]) ? 1 : 0;
    __syncthreads();
    if (threadIdx.x == 0) {
        int e = 0;
        for (int k = 0; k < blockDim.x; k++)
            e += wrong[k];
        atomicAdd(errors, e);
    }
}
