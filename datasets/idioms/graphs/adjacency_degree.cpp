void degree_from_adjacency(const unsigned char *adj, int *deg, int n)
{
    for (int i = 0; i < n; i++) {
        int count = 0;
        for (int j = 0; j < n; j++)
            if (adj[i * n + j])
                count++;
        deg[i] = count;
    }
}
