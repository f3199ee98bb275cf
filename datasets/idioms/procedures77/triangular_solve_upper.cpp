void backsub(int n, const double *r, int ldr, double *b)
{
    for (int j = n - 1; j >= 0; j--) {
        if (b[j] == 0.0)
            continue;
        b[j] = b[j] / r[j + j * ldr];
        double temp = b[j];
        for (int i = j - 1; i >= 0; i--)
            b[i] -= temp * r[i + j * ldr];
    }
}
