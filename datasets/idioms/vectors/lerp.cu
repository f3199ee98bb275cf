__global__ void lerpArrays(const float *from, const float *to, float *out, float t, unsigned int count)
{
    unsigned int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < count)
        out[i] = from[i] + t * (to[i] - from[i]);
}
