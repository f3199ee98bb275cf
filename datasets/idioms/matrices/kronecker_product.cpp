void kron(const int *a, const int *b, int *k, int ra, int ca, int rb, int cb)
{
    for (int i = 0; i < ra * rb; i++)
        for (int j = 0; j < ca * cb; j++)
            k[i * ca * cb + j] = a[(i / rb) * ca + j / cb] * b[(i % rb) * cb + j % cb];
}
