void gram_matrix(const float *X, float *G, int samples, int features)
{
    for (int p = 0; p < features; p++) {
        for (int q = 0; q < features; q++) {
            float acc = 0.0f;
            for (int s = 0; s < samples; s++)
                acc += X[s * features + p] * X[s * features + q];
            G[p * features + q] = acc / samples;
        }
    }
}
