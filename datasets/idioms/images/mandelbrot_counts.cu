#define MAX_ITER 30

__global__ void mandelbrot(int *iters, double x0, double y0, double step, int width, int height)
{
    int col = blockIdx.x * blockDim.x + threadIdx.x;
    int row = blockIdx.y * blockDim.y + threadIdx.y;
    if (col < width && row < height) {
        double cr = x0 + col * step, ci = y0 + row * step;
        double zr = 0.0, zi = 0.0;
        int k = 0;
        while (k < MAX_ITER && zr * zr + zi * zi <= 4.0) {
            double t = zr * zr - zi * zi + cr;
            zi = 2.0 * zr * zi + ci;
            zr = t;
            k++;
        }
        iters[row * width + col] = k;
    }
}
