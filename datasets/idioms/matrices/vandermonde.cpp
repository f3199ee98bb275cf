void vandermonde(const double *x, double *V, int rows, int cols)
{
    for (int i = 0; i < rows; i++) {
        double p = 1.0;
        for (int j = 0; j < cols; j++) {
            V[i * cols + j] = p;
            p *= x[i];
        }
    }
}
