void stream_triad(int elements, double* __restrict a, const double* __restrict b, double q, const double* __restrict c)
{
#pragma omp parallel for
    for (int e = 0; e < elements; ++e) {
        const double scaled = q * c[e];
        a[e] = b[e] + scaled;
    }
}
