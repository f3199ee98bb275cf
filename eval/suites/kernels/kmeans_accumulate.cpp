void kmeans_accumulate(const float* data, const int* label, float* total, int* members, int points, int dims)
{
    for (int p = 0; p < points; ++p) {
        const int c = label[p];
        members[c] += 1;
        for (int d = 0; d < dims; ++d)
            total[c * dims + d] += data[p * dims + d];
    }
}
