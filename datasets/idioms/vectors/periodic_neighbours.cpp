void neighbour_table(int *left, int *right, int n)
{
    for (int i = 0; i < n; i++) {
        left[i] = (i + n - 1) % n;
        right[i] = (i + 1) % n;
    }
}
