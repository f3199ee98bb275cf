__global__ void group_bounds(const double *coord, double *lower, double *upper, int groups, int size)
{
    int g = blockIdx.x * blockDim.x + threadIdx.x;
    if (g >= groups) return;
    double lo = 1.0e30, hi = -1.0e30;
    for (int k = 0; k < size; k++) {
        double c = coord[g * size + k];
        if (c < lo) lo = c;
        if (c > hi) hi = c;
    }
    lower[g] = lo;
    upper[g] = hi;
}
