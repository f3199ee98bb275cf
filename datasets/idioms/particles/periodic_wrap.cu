__global__ void wrap_positions(float *x, float box, int *image, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        if (x[i] >= box) {
            x[i] -= box;
            image[i]++;
        } else if (x[i] < 0.0f) {
            x[i] += box;
            image[i]--;
        }
    }
}
