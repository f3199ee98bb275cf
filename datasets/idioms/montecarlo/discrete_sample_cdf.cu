__global__ void sample_cdf(const float *cdf, const float *u, int *choice, int k, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float ui = u[i];
        int c = 0;
        while (c < k - 1 && ui > cdf[c])
            c++;
        choice[i] = c;
    }
}
