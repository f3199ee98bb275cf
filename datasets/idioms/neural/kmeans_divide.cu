__global__ void kmeans_average(float *means, const int *counts, int k, int dim)
{
    int c = threadIdx.x + blockIdx.x * blockDim.x;
    if (c < k) {
        for (int d = 0; d < dim; d++)
            means[c * dim + d] = counts[c] > 0 ? means[c * dim + d] / counts[c] : 0.0f;
    }
}
