__global__ void layer_norm_kernel(const float* x, const float* gain, const float* shift, float* y, int tokens, int width, float epsilon)
{
    __shared__ double part[256];
    for (int t = blockIdx.x; t < tokens; t += gridDim.x) {
        const float* row = x + t * width;
        double sum = 0.0, square = 0.0;
        for (int w = threadIdx.x; w < width; w += blockDim.x)
            sum += row[w];
        part[threadIdx.x] = sum;
        __syncthreads();
        for (int s = blockDim.x / 2; s > 0; s >>= 1) {
            if (threadIdx.x < s)
                part[threadIdx.x] += part[threadIdx.x + s];
            __syncthreads();
        }
        const double mean = part[0] / width;
        __syncthreads();
        for (int w = threadIdx.x; w < width; w += blockDim.x)
            square += (row[w] - mean) * (row[w] - mean);
        part[threadIdx.x] = square;
        __syncthreads();
        for (int s = blockDim.x / 2; s > 0; s >>= 1) {
            if (threadIdx.x < s)
                part[threadIdx.x] += part[threadIdx.x + s];
            __syncthreads();
        }
        const float inverse = float(rsqrt(part[0] / width + fabs(epsilon)));
        __syncthreads();
        for (int w = threadIdx.x; w < width; w += blockDim.x)
            y[t * width + w] = gain[w] * inverse * float(row[w] - mean) + shift[w];
    }
}
