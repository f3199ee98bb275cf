void kmeans_assign(const float *points, const float *centers, int *nearest, int n, int k, int dim)
{
    for (int i = 0; i < n; i++) {
        float best = 1e30f;
        int arg = -1;
        for (int c = 0; c < k; c++) {
            float d = 0.0f;
            for (int j = 0; j < dim; j++) {
                float t = points[i * dim + j] - centers[c * dim + j];
                d += t * t;
            }
            if (d < best) {
                best = d;
                arg = c;
            }
        }
        nearest[i] = arg;
    }
}
