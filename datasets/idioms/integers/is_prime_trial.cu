__global__ void mark_primes(int *flag, int n)
{
    int v = blockIdx.x * blockDim.x + threadIdx.x;
    if (v < n) {
        int prime = v > 1;
        for (int d = 2; d * d <= v; d++)
            if (v % d == 0) {
                prime = 0;
                break;
            }
        flag[v] = prime;
    }
}
