void add_block_sums(int *data, const int *sums, int block_size, int n)
{
    for (int i = 0; i < n; i++)
        data[i] += sums[i / block_size];
}
