void merge_by_rank(const int* left, int m, const int* right, int n, int* rank)
{
    for (int i = 0; i < m + n; ++i) {
        bool from_left = i < m;
        int key = from_left ? left[i] : right[i - m];
        int others = 0, length = from_left ? n : m;
        for (int k = 0; k < length; ++k)
            if (from_left ? right[k] < key : left[k] <= key)
                ++others;
        rank[i] = (from_left ? i : i - m) + others;
    }
}
