void column_argmin(const int *cost, int *best_row, int rows, int cols)
{
    for (int c = 0; c < cols; c++) {
        int k = 0;
        for (int r = 1; r < rows; r++)
            if (cost[r * cols + c] < cost[k * cols + c])
                k = r;
        best_row[c] = k;
    }
}
