void sample_cdf(const float *cdf, const float *u, int *choice, int k, int n)
{
    for (int i = 0; i < n; i++) {
        int c = 0;
        while (c < k - 1 && u[i] > cdf[c])
            c++;
        choice[i] = c;
    }
}
