__global__ void bezier(const double *ctrl, double *curve, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double t = (double)i / n;
        double s = 1.0 - t;
        double b0 = s * s * s, b1 = 3.0 * s * s * t, b2 = 3.0 * s * t * t, b3 = t * t * t;
        curve[2 * i] = b0 * ctrl[0] + b1 * ctrl[2] + b2 * ctrl[4] + b3 * ctrl[6];
        curve[2 * i + 1] = b0 * ctrl[1] + b1 * ctrl[3] + b2 * ctrl[5] + b3 * ctrl[7];
    }
}
