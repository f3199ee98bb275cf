__global__ void rgb_to_hue_kernel(const unsigned char* rgb, float* hue, int pixels)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= pixels)
        return;
    const int r = rgb[3 * i], g = rgb[3 * i + 1], b = rgb[3 * i + 2];
    const int high = max(r, max(g, b)), low = min(r, min(g, b));
    const float chroma = float(high - low);
    float angle = 0.0f;
    if (high != low) {
        if (high == r)
            angle = (g - b) / chroma + (g < b ? 6.0f : 0.0f);
        else if (high == g)
            angle = (b - r) / chroma + 2.0f;
        else
            angle = (r - g) / chroma + 4.0f;
    }
    hue[i] = angle;
}
