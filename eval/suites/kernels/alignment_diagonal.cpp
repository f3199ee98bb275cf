void alignment_diagonal(const int* before_last, const int* last, int* diagonal, const int* top, const int* side, int cells, int gap)
{
    for (int d = 1; d <= cells; ++d) {
        int match = before_last[d - 1] + (top[d - 1] == side[cells - d] ? 2 : -1);
        int skip = last[d - 1] > last[d] ? last[d - 1] - gap : last[d] - gap;
        int best = match > skip ? match : skip;
        diagonal[d] = best > 0 ? best : 0;
    }
}
