__global__ void hash_rows(const int *table, int *hash, int rows, int cols)
{
    const int M = 1000003;
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r < rows) {
        int h = 17;
        for (int c = 0; c < cols; c++) {
            h = (h * 31 + table[r * cols + c]) % M;
            if (h < 0) h += M;
        }
        hash[r] = h;
    }
}
