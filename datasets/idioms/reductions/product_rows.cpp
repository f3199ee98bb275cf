void row_products(const double *p, double *likelihood, int rows, int cols)
{
    for (int i = 0; i < rows; i++) {
        double prod = 1.0;
        for (int j = 0; j < cols; j++)
            prod *= p[j * rows + i];
        likelihood[i] = prod;
    }
}
