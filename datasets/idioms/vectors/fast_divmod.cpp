void split_index(const int *flat, int *row, int *col, const int width, const int n)
{
    for (int i = 0; i < n; i++) {
        row[i] = flat[i] / width;
        col[i] = flat[i] - row[i] * width;
    }
}
