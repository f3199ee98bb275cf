__global__ void copyLowerToUpper(float *mat, int n)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    int r = blockIdx.y * blockDim.y + threadIdx.y;
    if (r < n && c < r)
        mat[c * n + r] = mat[r * n + c];
}
