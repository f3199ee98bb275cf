__global__ void julia_escape_kernel(int* steps, int h, int w, double cr, double ci, double zoom)
{
    const int x = blockIdx.x * blockDim.x + threadIdx.x;
    const int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < w && y < h) {
        double re = (x - 0.5 * w) * zoom, im = (y - 0.5 * h) * zoom;
        int k = 0;
        while (k < 40 && re * re + im * im <= 4.0) {
            const double next = re * re - im * im + cr;
            im = 2.0 * re * im + ci;
            re = next;
            ++k;
        }
        steps[y * w + x] = k;
    }
}
