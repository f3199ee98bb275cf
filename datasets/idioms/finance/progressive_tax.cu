__global__ void income_tax(const double *income, double *tax, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    double x = income[i];
    if (x <= 10.0)
        tax[i] = 0.0;
    else if (x <= 40.0)
        tax[i] = (x - 10.0) * 0.2;
    else
        tax[i] = 6.0 + (x - 40.0) * 0.4;
}
