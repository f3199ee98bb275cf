void mark_primes(int *flag, int n)
{
    for (int v = 0; v < n; v++) {
        int prime = v > 1;
        for (int d = 2; d * d <= v; d++)
            if (v % d == 0) {
                prime = 0;
                break;
            }
        flag[v] = prime;
    }
}
