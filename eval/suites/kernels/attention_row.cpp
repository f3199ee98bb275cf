void attention_row(const float* query, const float* key, const float* value, float* mixed, int positions, int width)
{
    for (int q = 0; q < positions; ++q) {
        float total = 0.0f;
        for (int w = 0; w < width; ++w)
            mixed[q * width + w] = 0.0f;
        for (int k = 0; k <= q; ++k) {
            float score = 0.0f;
            for (int w = 0; w < width; ++w)
                score += query[q * width + w] * key[k * width + w];
            const float weight = 1.0f / (1.0f + expf(-score));
            total += weight;
            for (int w = 0; w < width; ++w)
                mixed[q * width + w] += weight * value[k * width + w];
        }
        for (int w = 0; w < width; ++w)
            mixed[q * width + w] /= total;
    }
}
