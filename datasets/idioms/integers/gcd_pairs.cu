__device__ int gcd(int x, int y)
{
    while (y != 0) {
        int t = x % y;
        x = y;
        y = t;
    }
    return x;
}

__global__ void gcd_array(const int *a, const int *b, int *g, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        g[i] = gcd(abs(a[i]), abs(b[i]));
}
