__global__ void sign_of(const float *x, int *s, int n)
{
    int gid = blockIdx.x * blockDim.x + threadIdx.x;
    if (gid < n) {
        if (x[gid] > 0) s[gid] = 1;
        else if (x[gid] < 0) s[gid] = -1;
        else s[gid] = 0;
    }
}
