__global__ void gemv_transposed_kernel(const float* matrix, const float* weights, float* sums, int rows, int cols)
{
    __shared__ float cache[256];
    for (int c = blockIdx.x; c < cols; c += gridDim.x) {
        float part = 0.0f;
        for (int r = threadIdx.x; r < rows; r += blockDim.x)
            part += weights[r] * matrix[r * cols + c];
        cache[threadIdx.x] = part;
        __syncthreads();
        if (threadIdx.x == 0) {
            float all = 0.0f;
            for (int t = 0; t < blockDim.x; ++t)
                all += cache[t];
            sums[c] = all;
        }
        __syncthreads();
    }
}
