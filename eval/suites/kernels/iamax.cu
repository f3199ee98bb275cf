__global__ void iamax_kernel(int n, const float* x, int* where)
{
    __shared__ float sizes[256];
    __shared__ int places[256];
    int t = threadIdx.x;
    sizes[t] = -1.0f;
    places[t] = 0;
    for (int i = t; i < n; i += blockDim.x) {
        float size = fabsf(x[i]);
        if (size > sizes[t]) {
            sizes[t] = size;
            places[t] = i;
        }
    }
    __syncthreads();
    for (int s = blockDim.x / 2; s > 0; s >>= 1) {
        if (t < s) {
            bool better = sizes[t + s] > sizes[t];
            bool earlier = sizes[t + s] == sizes[t] && places[t + s] < places[t];
            if (better || earlier) {
                sizes[t] = sizes[t + s];
                places[t] = places[t + s];
            }
        }
        __syncthreads();
    }
    if (t == 0)
        *where = places[0];
}
