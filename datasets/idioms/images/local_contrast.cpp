void contrast_stretch(const float *in, float *out, float low, float high, int width, int height)
{
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int i = x + y * width;
            if (in[i] <= low)
                out[i] = 0.0f;
            else if (in[i] >= high)
                out[i] = 1.0f;
            else
                out[i] = (in[i] - low) / (high - low);
        }
    }
}
