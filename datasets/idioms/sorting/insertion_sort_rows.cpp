void sort_rows(float *m, int rows, int cols)
{
    for (int r = 0; r < rows; r++) {
        float *a = m + r * cols;
        for (int i = 1; i < cols; i++) {
            float key = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > key) {
                a[j + 1] = a[j];
                j--;
            }
            a[j + 1] = key;
        }
    }
}
