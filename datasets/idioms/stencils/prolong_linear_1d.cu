__global__ void prolong_add(const float *coarse, float *fine, int nf)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < nf) {
        int c = i / 2;
        if (i % 2 == 0)
            fine[i] += coarse[c];
        else
            fine[i] += 0.5f * (coarse[c] + coarse[c + 1]);
    }
}
