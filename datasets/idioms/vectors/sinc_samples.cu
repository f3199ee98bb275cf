__global__ void sinc(const double *t, double *s, int n)
{
    const double pi = 3.14159265358979323846;
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double a = pi * t[i];
        s[i] = (a == 0.0) ? 1.0 : sin(a) / a;
    }
}
