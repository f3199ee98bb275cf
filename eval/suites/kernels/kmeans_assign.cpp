void kmeans_assign(int points, int clusters, int dims, const float* data, const float* centre, int* label)
{
    for (int p = 0; p < points; ++p) {
        float nearest = 3.0e38f;
        label[p] = -1;
        for (int c = 0; c < clusters; ++c) {
            float distance = 0.0f;
            for (int d = 0; d < dims; ++d) {
                float gap = data[p * dims + d] - centre[c * dims + d];
                distance += gap * gap;
            }
            if (distance < nearest) {
                nearest = distance;
                label[p] = c;
            }
        }
    }
}
