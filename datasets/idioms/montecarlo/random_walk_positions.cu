__global__ void random_walk(const int *steps, int *pos, int walkers, int length)
{
    int w = blockIdx.x * blockDim.x + threadIdx.x;
    if (w < walkers) {
        int x = 0;
        for (int t = 0; t < length; t++)
            x += (steps[w * length + t] & 1) ? 1 : -1;
        pos[w] = x;
    }
}
