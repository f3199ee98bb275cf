__global__ void split_index(const int *flat, int *row, int *col, const int width, const int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    row[i] = flat[i] / width;
    col[i] = flat[i] - row[i] * width;
}
