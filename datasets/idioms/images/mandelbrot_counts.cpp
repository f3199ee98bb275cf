void mandelbrot(int *iters, double x0, double y0, double step, int width, int height)
{
    for (int row = 0; row < height; row++)
        for (int col = 0; col < width; col++) {
            double cr = x0 + col * step, ci = y0 + row * step;
            double zr = 0.0, zi = 0.0;
            int k = 0;
            while (k < 30 && zr * zr + zi * zi <= 4.0) {
                double t = zr * zr - zi * zi + cr;
                zi = 2.0 * zr * zi + ci;
                zr = t;
                k++;
            }
            iters[row * width + col] = k;
        }
}
