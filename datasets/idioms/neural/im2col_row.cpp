void im2col(const float *im, float *col, int channels, int height, int width, int ksize, int pad)
{
    int hc = height + 2 * pad - ksize + 1;
    int wc = width + 2 * pad - ksize + 1;
    for (int c = 0; c < channels * ksize * ksize; ++c) {
        int kw = c % ksize;
        int kh = (c / ksize) % ksize;
        int ch = c / ksize / ksize;
        for (int h = 0; h < hc; ++h)
            for (int w = 0; w < wc; ++w) {
                int row = kh + h - pad;
                int x = kw + w - pad;
                float v = 0;
                if (row >= 0 && x >= 0 && row < height && x < width)
                    v = im[(ch * height + row) * width + x];
                col[(c * hc + h) * wc + w] = v;
            }
    }
}
