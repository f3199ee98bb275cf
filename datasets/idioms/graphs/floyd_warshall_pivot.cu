__global__ void floyd_warshall_step(const float *dist, float *out, int k, int n)
{
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n && j < n) {
        float through = dist[i * n + k] + dist[k * n + j];
        out[i * n + j] = through < dist[i * n + j] ? through : dist[i * n + j];
    }
}
