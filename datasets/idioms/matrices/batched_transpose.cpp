void batch_transpose(const float *in, float *out, int B, int H, int W)
{
    for (int b = 0; b < B; b++)
        for (int h = 0; h < H; h++)
            for (int w = 0; w < W; w++)
                out[(b * W + w) * H + h] = in[(b * H + h) * W + w];
}
