void count_cells(const int *cell, int *occupancy, int *rank, int n)
{
    for (int p = 0; p < n; p++) {
        rank[p] = 0;
        occupancy[cell[p]] += 1;
    }
}
