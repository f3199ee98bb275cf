__global__ void sqdist(const float *P, const float *Q, float *D, int np, int nq, int dim)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < np && j < nq) {
        float d = 0.0f;
        for (int k = 0; k < dim; k++) {
            float diff = P[i * dim + k] - Q[j * dim + k];
            d += diff * diff;
        }
        D[i * nq + j] = d;
    }
}
