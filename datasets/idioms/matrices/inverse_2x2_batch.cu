__global__ void invert2x2(const double *m, double *inv, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double a = m[4 * i], b = m[4 * i + 1], c = m[4 * i + 2], d = m[4 * i + 3];
        double r = 1.0 / (a * d - b * c);
        inv[4 * i] = d * r;
        inv[4 * i + 1] = -b * r;
        inv[4 * i + 2] = -c * r;
        inv[4 * i + 3] = a * r;
    }
}
