#define RADIUS 2
#define BLOCK 64

__global__ void moving_average(const float *in, float *out, int n)
{
    __shared__ float temp[BLOCK + 2 * RADIUS];
    int g = blockIdx.x * BLOCK + threadIdx.x;
    int l = threadIdx.x + RADIUS;

    temp[l] = g < n ? in[g] : 0.0f;
    if (threadIdx.x < RADIUS) {
        temp[l - RADIUS] = (g >= RADIUS && g - RADIUS < n) ? in[g - RADIUS] : 0.0f;
        temp[l + BLOCK] = (g + BLOCK < n) ? in[g + BLOCK] : 0.0f;
    }
    __syncthreads();

    if (g < n) {
        float sum = 0.0f;
        for (int k = -RADIUS; k <= RADIUS; k++)
            sum += temp[l + k];
        out[g] = sum / 5.0f;
    }
}
