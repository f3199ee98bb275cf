void batch_norm_statistics(int batch, int channels, int area, const float* activations, float* mean, float* variance)
{
    for (int c = 0; c < channels; ++c) {
        double first = 0.0, second = 0.0;
        for (int b = 0; b < batch; ++b)
            for (int a = 0; a < area; ++a) {
                double v = activations[(b * channels + c) * area + a];
                first += v;
                second += v * v;
            }
        first /= batch * area;
        mean[c] = float(first);
        variance[c] = float(second / (batch * area) - first * first);
    }
}
