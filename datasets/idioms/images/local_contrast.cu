__global__ void contrast_stretch(const float *in, float *out, float low, float high, int width, int height)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < width && y < height) {
        int i = x + y * width;
        if (in[i] <= low)
            out[i] = 0.0f;
        else if (in[i] >= high)
            out[i] = 1.0f;
        else
            out[i] = (in[i] - low) / (high - low);
    }
}
