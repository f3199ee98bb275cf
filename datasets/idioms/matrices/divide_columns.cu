__global__ void divideColumns(double *mat, const double *norms, int numRows, int numCols)
{
    int col = threadIdx.x + blockIdx.x * blockDim.x;
    int row = threadIdx.y + blockIdx.y * blockDim.y;
    if (row >= numRows || col >= numCols)
        return;
    mat[row * numCols + col] /= norms[col];
}
