#define TILE 64

__global__ void count_neighbours(const float *x, const float *y, int *count, float radius, int n)
{
    __shared__ float sx[64];
    __shared__ float sy[64];
    int i = blockIdx.x * TILE + threadIdx.x;
    float xi = i < n ? x[i] : 0.0f;
    float yi = i < n ? y[i] : 0.0f;
    int c = 0;
    for (int base = 0; base < n; base += TILE) {
        int j = base + threadIdx.x;
        if (j < n) {
            sx[threadIdx.x] = x[j];
            sy[threadIdx.x] = y[j];
        }
        __syncthreads();
        for (int k = 0; k < TILE && base + k < n; k++) {
            float dx = sx[k] - xi, dy = sy[k] - yi;
            if (base + k != i && dx * dx + dy * dy < radius * radius)
                c++;
        }
        __syncthreads();
    }
    if (i < n)
        count[i] = c;
}
