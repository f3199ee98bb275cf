__global__ void l1_to_query(const float *points, const float *query, float *dist, int n, int dim)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        dist[i] = 0.0f;
        for (int d = 0; d < dim; d++)
            dist[i] += fabs(points[i * dim + d] - query[d]);
    }
}
