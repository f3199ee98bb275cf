#define SQRT1_2 0.70710678118654752

__global__ void haar_forward(const double *s, double *approx, double *detail, int half)
{
    int k = blockDim.x * blockIdx.x + threadIdx.x;
    if (k < half) {
        double even = s[2 * k], odd = s[2 * k + 1];
        approx[k] = SQRT1_2 * (even + odd);
        detail[k] = SQRT1_2 * (even - odd);
    }
}
