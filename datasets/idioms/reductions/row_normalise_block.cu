__global__ void normalize_rows(float *m, int rows, int cols)
{
    __shared__ float part[64];
    int t = threadIdx.x;
    for (int r = blockIdx.x; r < rows; r += gridDim.x) {
        float sum = 0.0f;
        for (int c = t; c < cols; c += blockDim.x)
            sum += m[r * cols + c] * m[r * cols + c];
        part[t] = sum;
        __syncthreads();
        for (int s = 32; s > 0; s >>= 1) {
            if (t < s)
                part[t] += part[t + s];
            __syncthreads();
        }
        float scale = 1.0f / (part[0] + 1.0f);
        for (int c = t; c < cols; c += blockDim.x)
            m[r * cols + c] *= scale;
        __syncthreads();
    }
}
