void lower_bound_all(const int *sorted, int n, const int *query, int *result, int q)
{
    for (int t = 0; t < q; t++) {
        int first = 0;
        int len = n;
        while (len > 0) {
            int half = len >> 1;
            if (sorted[first + half] < query[t]) {
                first += half + 1;
                len -= half + 1;
            } else {
                len = half;
            }
        }
        result[t] = first;
    }
}
