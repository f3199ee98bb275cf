__global__ void median_filter_3x3_kernel(int rows, int cols, const int* noisy, int* clean)
{
    const int c = blockIdx.x * blockDim.x + threadIdx.x + 1;
    const int r = blockIdx.y * blockDim.y + threadIdx.y + 1;
    if (r >= rows - 1 || c >= cols - 1)
        return;
    int window[9];
    for (int k = 0; k < 9; ++k)
        window[k] = noisy[(r + k / 3 - 1) * cols + c + k % 3 - 1];
    // The five smallest are enough.
    for (int k = 0; k < 5; ++k)
        for (int other = k + 1; other < 9; ++other)
            if (window[other] < window[k]) {
                const int kept = window[k];
                window[k] = window[other];
                window[other] = kept;
            }
    clean[r * cols + c] = window[4];
}
