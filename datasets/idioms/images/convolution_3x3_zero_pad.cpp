void filter3x3(const float *input, const float *kernel, float *output, int w, int h)
{
    for (int row = 0; row < h; row++) {
        for (int col = 0; col < w; col++) {
            float value = 0.f;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    int r = row + i - 1;
                    int c = col + j - 1;
                    if (r >= 0 && r < h && c >= 0 && c < w)
                        value += kernel[i * 3 + j] * input[r * w + c];
                }
            }
            output[row * w + col] = value;
        }
    }
}
