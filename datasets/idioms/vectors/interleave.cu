__global__ void interleave(const float *left, const float *right, float *stereo, int frames)
{
    int f = blockIdx.x * blockDim.x + threadIdx.x;
    if (f >= frames) return;

    stereo[f * 2] = left[f];
    stereo[f * 2 + 1] = right[f];
}
