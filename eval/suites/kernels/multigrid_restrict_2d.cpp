void multigrid_restrict_2d(const double* fine, double* coarse, int rows, int cols)
{
    const int pitch = 2 * cols + 1;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < cols; ++c) {
            double total = 0.0;
            for (int dr = -1; dr <= 1; ++dr)
                for (int dc = -1; dc <= 1; ++dc) {
                    double weight = (2 - abs(dr)) * (2 - abs(dc)) / 16.0;
                    total += weight * fine[(2 * r + 1 + dr) * pitch + 2 * c + 1 + dc];
                }
            coarse[r * cols + c] = total;
        }
}
