void count_out_degree(const int *src, int *degree, int num_edges)
{
    for (int e = 0; e < num_edges; e++) {
        degree[src[e]]++;
    }
}
