void bitonic_stage(int* keys, int n, int log_block, int log_distance)
{
    const int distance = 1 << (log_distance & 7);
    const int block = 2 << (log_block & 7);
    for (int i = 0; i < n; ++i) {
        const int partner = i ^ distance;
        if (partner <= i || partner >= n)
            continue;
        const bool descending = (i & block) != 0;
        const int a = keys[i], b = keys[partner];
        if (descending ? a < b : b < a) {
            keys[i] = b;
            keys[partner] = a;
        }
    }
}
