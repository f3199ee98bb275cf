#define K 3

__global__ void filter3x3(const float *input, const float *kernel, float *output, int w, int h)
{
    int col = threadIdx.x + blockIdx.x * blockDim.x;
    int row = threadIdx.y + blockIdx.y * blockDim.y;
    if (row >= h || col >= w)
        return;
    float value = 0.f;
    for (int i = 0; i < K; i++) {
        for (int j = 0; j < K; j++) {
            int r = row + i - K / 2;
            int c = col + j - K / 2;
            if (r >= 0 && r < h && c >= 0 && c < w)
                value += kernel[i * K + j] * input[r * w + c];
        }
    }
    output[row * w + col] = value;
}
