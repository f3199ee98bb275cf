void lcg_streams(int *state, double *u, int n)
{
    for (int i = 0; i < n; i++) {
        long long s = (16807LL * state[i]) % 2147483647LL;
        state[i] = (int)s;
        u[i] = (double)s / 2147483647.0;
    }
}
