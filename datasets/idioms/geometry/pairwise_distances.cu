__global__ void pairwise_distance(const float *p, const float *q, float *dist, int np, int nq, int dim)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < np && j < nq) {
        float s = 0.0f;
        for (int d = 0; d < dim; d++) {
            float diff = p[i * dim + d] - q[j * dim + d];
            s += diff * diff;
        }
        dist[i * nq + j] = sqrtf(s);
    }
}
