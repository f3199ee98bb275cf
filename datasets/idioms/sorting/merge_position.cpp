// The place of every key of the first sorted list in the merged one.
void merge_positions(const float *a, int na, const float *b, int nb, int *pos)
{
    for (int i = 0; i < na; i++) {
        int lo = 0, hi = nb;
        while (lo < hi) {
            int mid = (lo + hi) / 2;
            if (b[mid] < a[i])
                lo = mid + 1;
            else
                hi = mid;
        }
        pos[i] = i + lo;
    }
}
