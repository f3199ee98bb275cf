void relax_edges(int m, const int *from, const int *to, const int *weight, const int *dist, int *new_dist)
{
    for (int e = 0; e < m; e++) {
        int candidate = dist[from[e]] + weight[e];
        if (candidate < new_dist[to[e]])
            new_dist[to[e]] = candidate;
    }
}
