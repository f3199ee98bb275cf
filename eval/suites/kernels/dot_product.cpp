void dot_product(const float* u, const float* v, int n, double* result)
{
    double total = 0.0;
    for (int i = 0; i != n; ++i)
        total += double(u[i]) * v[i];
    *result = total;
}
