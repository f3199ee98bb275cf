__global__ void attention_row_kernel(const float* query, const float* key, const float* value, float* mixed, int positions, int width)
{
    int q = blockIdx.x * blockDim.x + threadIdx.x;
    if (q >= positions)
        return;
    float* row = mixed + q * width;
    float total = 0.0f;
    for (int w = 0; w < width; ++w)
        row[w] = 0.0f;
    for (int k = 0; k <= q; ++k) {
        float score = 0.0f;
        for (int w = 0; w < width; ++w)
            score += query[q * width + w] * key[k * width + w];
        const float weight = 1.0f / (1.0f + expf(-score));
        total += weight;
        for (int w = 0; w < width; ++w)
            row[w] += weight * value[k * width + w];
    }
    for (int w = 0; w < width; ++w)
        row[w] /= total;
}
