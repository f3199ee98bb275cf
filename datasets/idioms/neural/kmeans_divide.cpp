void kmeans_average(float *means, const int *counts, int k, int dim)
{
    for (int c = 0; c < k; c++)
        for (int d = 0; d < dim; d++)
            means[c * dim + d] = counts[c] > 0 ? means[c * dim + d] / counts[c] : 0.0f;
}
