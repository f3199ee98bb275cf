__global__ void rgb2gray(const unsigned char *rgb, unsigned char *gray, int width, int height)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < width && y < height) {
        int p = y * width + x;
        gray[p] = (unsigned char)((77 * rgb[3 * p] + 151 * rgb[3 * p + 1] + 28 * rgb[3 * p + 2]) >> 8);
    }
}
