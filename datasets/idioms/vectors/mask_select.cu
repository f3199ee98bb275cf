__global__ void select_by_mask(const int *mask, const float *yes, const float *no, float *res, int n)
{
    int tid = blockIdx.x * blockDim.x + threadIdx.x;
    if (tid < n)
        res[tid] = mask[tid] ? yes[tid] : no[tid];
}
