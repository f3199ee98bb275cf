void row_lengths(const int *row_offsets, int *lengths, int m)
{
    for (int tid = 0; tid < m; tid++)
        lengths[tid] = row_offsets[tid + 1] - row_offsets[tid];
}
