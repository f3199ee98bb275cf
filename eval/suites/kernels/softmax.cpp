void softmax(float* logits, int batch, int classes)
{
    for (int b = 0; b < batch; ++b) {
        float* z = logits + b * classes;
        float peak = z[0], mass = 0.0f;
        for (int c = 1; c < classes; ++c)
            peak = z[c] > peak ? z[c] : peak;
        for (int c = 0; c < classes; ++c)
            mass += z[c] = expf(z[c] - peak);
        for (int c = 0; c < classes; ++c)
            z[c] /= mass;
    }
}
