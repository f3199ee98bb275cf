void norm2_squared(double* out, const double* vec, int dim)
{
    double acc = 0;
    for (int d = 0; d < dim; ++d) {
        double entry = vec[d];
        acc += entry * entry;
    }
    out[0] += acc;
}
