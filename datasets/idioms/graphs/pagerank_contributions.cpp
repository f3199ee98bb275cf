#include <cstddef>

void contributions(const double* rank, const int* degree, double* contrib, size_t n)
{
    for (size_t i = 0; i < n; i++)
        contrib[i] = degree[i] != 0 ? rank[i] / (double)degree[i] : 0.0;
}
