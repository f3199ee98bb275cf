void channel_mean(const float *x, int batch, int channels, int spatial, float *mean)
{
    float scale = 1.f / (batch * spatial);
    for (int c = 0; c < channels; ++c) {
        mean[c] = 0;
        for (int b = 0; b < batch; ++b)
            for (int s = 0; s < spatial; ++s)
                mean[c] += x[(b * channels + c) * spatial + s];
        mean[c] *= scale;
    }
}
