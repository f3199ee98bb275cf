__global__ void polygon_areas(const double *x, const double *y, const int *first, double *area, int polygons)
{
    int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p < polygons) {
        int begin = first[p], end = first[p + 1];
        double twice = 0.0;
        for (int i = begin; i < end; i++) {
            int j = i + 1 < end ? i + 1 : begin;
            twice += x[i] * y[j] - x[j] * y[i];
        }
        area[p] = 0.5 * twice;
    }
}
