template <typename T>
void triad(T *a, const T *b, const T *c, const T scalar, const long n)
{
    for (long j = 0; j < n; j++)
        a[j] = b[j] + scalar * c[j];
}
