__global__ void integral_rows(const unsigned char *img, unsigned int *integral, int width, int height)
{
    int y = blockIdx.x * blockDim.x + threadIdx.x;
    if (y < height) {
        unsigned int sum = 0;
        for (int x = 0; x < width; x++) {
            sum += img[y * width + x];
            integral[y * width + x] = sum;
        }
    }
}
