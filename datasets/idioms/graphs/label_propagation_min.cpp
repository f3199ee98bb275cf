void min_label(int num_vertices, const int *row, const int *adj, const int *label, int *next)
{
    for (int v = 0; v < num_vertices; v++) {
        int best = label[v];
        for (int k = row[v]; k < row[v + 1]; k++) {
            int other = label[adj[k]];
            if (other < best)
                best = other;
        }
        next[v] = best;
    }
}
