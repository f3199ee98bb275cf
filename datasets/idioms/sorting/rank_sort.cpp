void rank_sort(const int *in, int *out, int n)
{
    for (int i = 0; i < n; i++) {
        int rank = 0;
        for (int j = 0; j < n; j++) {
            if (in[j] < in[i] || (in[j] == in[i] && j < i))
                rank++;
        }
        out[rank] = in[i];
    }
}
