void segmented_reduce(const double* values, const int* segment_end, double* largest, double* total, int segments)
{
    for (int s = 0; s < segments; ++s) {
        double most = -1.0e300, all = 0.0;
        for (int v = segment_end[s]; v < segment_end[s + 1]; ++v) {
            all += values[v];
            if (most < values[v])
                most = values[v];
        }
        largest[s] = most;
        total[s] = all;
    }
}
