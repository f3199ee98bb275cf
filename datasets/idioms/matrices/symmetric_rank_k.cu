__global__ void gram_matrix(const float *X, float *G, int samples, int features)
{
    int q = blockIdx.x * blockDim.x + threadIdx.x;
    int p = blockIdx.y * blockDim.y + threadIdx.y;
    if (p < features && q < features) {
        float acc = 0.0f;
        for (int s = 0; s < samples; s++)
            acc += X[s * features + p] * X[s * features + q];
        G[p * features + q] = acc / samples;
    }
}
