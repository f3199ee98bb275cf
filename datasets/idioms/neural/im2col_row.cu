__global__ void im2col(const float *im, float *col, int channels, int height, int width, int ksize, int pad)
{
    int hc = height + 2 * pad - ksize + 1;
    int wc = width + 2 * pad - ksize + 1;
    if (hc <= 0 || wc <= 0)
        return;
    int total = channels * ksize * ksize * hc * wc;
    for (int index = blockIdx.x * blockDim.x + threadIdx.x; index < total; index += blockDim.x * gridDim.x) {
        int w = index % wc;
        int h = (index / wc) % hc;
        int c = index / wc / hc;
        int row = (c / ksize) % ksize + h - pad;
        int x = c % ksize + w - pad;
        int ch = c / ksize / ksize;
        float v = 0;
        if (row >= 0 && x >= 0 && row < height && x < width)
            v = im[(ch * height + row) * width + x];
        col[index] = v;
    }
}
