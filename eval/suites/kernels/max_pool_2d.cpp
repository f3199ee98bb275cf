void max_pool_2d(const float* image, float* pooled, int maps, int out_h, int out_w, int in_w, int in_h)
{
    for (int m = 0; m < maps; ++m)
        for (int oy = 0; oy < out_h; ++oy)
            for (int ox = 0; ox < out_w; ++ox) {
                float peak = -3.4e38f;
                for (int k = 0; k < 9; ++k) {
                    int y = 2 * oy - 1 + k / 3, x = 2 * ox - 1 + k % 3;
                    if (y < 0 || x < 0 || y >= in_h || x >= in_w)
                        continue;
                    float here = image[(m * in_h + y) * in_w + x];
                    if (here > peak)
                        peak = here;
                }
                pooled[(m * out_h + oy) * out_w + ox] = peak;
            }
}
