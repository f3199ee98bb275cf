__global__ void biquad(const double *in, double *out, double b0, double b1, double b2, double a1, double a2, int channels, int length)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c < channels) {
        double z1 = 0.0, z2 = 0.0;
        const double *src = in + c * length;
        double *dst = out + c * length;
        for (int t = 0; t < length; ++t) {
            double x = src[t];
            double y = b0 * x + z1;
            z1 = b1 * x - a1 * y + z2;
            z2 = b2 * x - a2 * y;
            dst[t] = y;
        }
    }
}
