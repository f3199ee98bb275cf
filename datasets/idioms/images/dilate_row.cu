__global__ void dilateRows(const int *mask, int *grown, int width, int height, int reach)
{
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx < width * height) {
        int x = idx % width;
        int y = idx / width;
        int found = 0;
        for (int k = x - reach; k <= x + reach; ++k)
            if (k >= 0 && k < width && mask[y * width + k] != 0)
                found = 1;
        grown[idx] = found;
    }
}
