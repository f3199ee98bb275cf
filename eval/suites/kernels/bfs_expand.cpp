void bfs_expand(const int* first_edge, const int* head, const int* frontier, const int* seen, int* reached, int vertices)
{
    for (int v = 0; v < vertices; ++v) {
        if (frontier[v] <= 0)
            continue;
        for (int e = first_edge[v]; e < first_edge[v + 1]; ++e)
            if (seen[head[e]] <= 0)
                reached[head[e]] = 1;
    }
}
