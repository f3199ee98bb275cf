void histogram_edges(const double* sample, int samples, const double* edge, int bins, int* count)
{
    for (int s = 0; s < samples; ++s)
        for (int b = 0; b < bins; ++b)
            if (edge[b] <= sample[s] && sample[s] < edge[b + 1])
                count[b]++;
}
