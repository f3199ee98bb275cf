__global__ void prolong_1d(const float *coarse, float *fine, int nf)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < nf) {
        int c = i / 2;
        fine[i] += (i & 1) ? 0.5f * (coarse[c] + coarse[c + 1]) : coarse[c];
    }
}
