void conv2d_channels(const float* in, const float* weight, const float* bias, float* out, int in_c, int out_c, int h, int w)
{
    for (int o = 0; o < out_c; ++o)
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x) {
                float sum = bias[o];
                for (int c = 0; c < in_c; ++c)
                    for (int ky = 0; ky < 3; ++ky)
                        for (int kx = 0; kx < 3; ++kx)
                            sum += weight[((o * in_c + c) * 3 + ky) * 3 + kx] * in[(c * (h + 2) + y + ky) * (w + 2) + x + kx];
                out[(o * h + y) * w + x] = sum > 0.0f ? sum : 0.0f;
            }
}
