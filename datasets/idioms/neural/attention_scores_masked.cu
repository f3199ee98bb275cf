__global__ void causal_scores(const float *q, const float *k, float *score, int seq, int dim, float scale)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < seq && j < seq) {
        float s = -10000.0f;
        if (j <= i) {
            s = 0.0f;
            for (int d = 0; d < dim; d++)
                s += q[i * dim + d] * k[j * dim + d];
            s *= scale;
        }
        score[i * seq + j] = s;
    }
}
