void floyd_warshall_step(const float *dist, float *out, int k, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            float through = dist[i * n + k] + dist[k * n + j];
            out[i * n + j] = through < dist[i * n + j] ? through : dist[i * n + j];
        }
}
