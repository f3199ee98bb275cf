void polygon_areas(const double *x, const double *y, const int *first, double *area, int polygons)
{
    for (int p = 0; p < polygons; p++) {
        double twice = 0.0;
        for (int i = first[p]; i < first[p + 1]; i++) {
            int j = i + 1 < first[p + 1] ? i + 1 : first[p];
            twice += x[i] * y[j] - x[j] * y[i];
        }
        area[p] = 0.5 * twice;
    }
}
