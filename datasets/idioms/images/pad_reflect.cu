__global__ void pad_reflect(const float *in, float *out, int w, int h, int pad)
{
    int pw = w + 2 * pad, ph = h + 2 * pad;
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (pw <= 0 || ph <= 0 || idx >= pw * ph)
        return;
    int sx = idx % pw - pad, sy = idx / pw - pad;
    if (sx < 0) sx = -sx;
    if (sy < 0) sy = -sy;
    if (sx >= w) sx = 2 * w - 2 - sx;
    if (sy >= h) sy = 2 * h - 2 - sy;
    if (sx >= 0 && sy >= 0)
        out[idx] = in[sy * w + sx];
}
