// One level of a breadth-first search, pulled by the vertices that were not reached yet.
void bfs_pull(int n, const int* offsets, const int* neighbours, const int* level_in, int* level_out, int depth)
{
    for (int v = 0; v < n; ++v) {
        int mine = level_in[v];
        if (mine < 0) {
            for (int e = offsets[v]; e < offsets[v + 1]; ++e) {
                if (level_in[neighbours[e]] == depth) {
                    mine = depth + 1;
                    break;
                }
            }
        }
        level_out[v] = mine;
    }
}
