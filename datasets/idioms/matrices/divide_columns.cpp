void divideColumns(double *mat, const double *norms, int numRows, int numCols)
{
    for (int row = 0; row < numRows; row++) {
        for (int col = 0; col < numCols; col++) {
            mat[row * numCols + col] /= norms[col];
        }
    }
}
