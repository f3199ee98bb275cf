__global__ void eval_cubic(const double *coef, const double *x, double *p, int n)
{
    int tid = blockIdx.x * blockDim.x + threadIdx.x;
    if (tid < n) {
        double r = coef[3];
        r = r * x[tid] + coef[2];
        r = r * x[tid] + coef[1];
        r = r * x[tid] + coef[0];
        p[tid] = r;
    }
}
