__global__ void kmeans_assign_kernel(int points, int clusters, int dims, const float* data, const float* centre, int* label)
{
    const int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p >= points)
        return;
    float nearest = 3.0e38f;
    int chosen = -1;
    for (int c = 0; c < clusters; ++c) {
        float distance = 0.0f;
        for (int d = 0; d < dims; ++d) {
            float gap = data[p * dims + d] - centre[c * dims + d];
            distance += gap * gap;
        }
        if (distance < nearest) {
            nearest = distance;
            chosen = c;
        }
    }
    label[p] = chosen;
}
