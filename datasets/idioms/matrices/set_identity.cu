__global__ void set_identity(float *m, int n)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;

    if (x < n && y < n) {
        if (x == y)
            m[y * n + x] = 1.0f;
        else
            m[y * n + x] = 0.0f;
    }
}
