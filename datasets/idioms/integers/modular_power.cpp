void mod_pow(const int *base, const int *expo, int *res, int n)
{
    for (int i = 0; i < n; i++) {
        long long b = base[i] % 10007;
        if (b < 0) b += 10007;
        long long r = 1;
        int e = expo[i];
        while (e > 0) {
            if (e & 1) r = r * b % 10007;
            b = b * b % 10007;
            e >>= 1;
        }
        res[i] = (int)r;
    }
}
