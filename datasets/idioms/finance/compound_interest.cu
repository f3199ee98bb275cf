__global__ void compound(double *balance, const double *rate, double deposit, int years, int accounts)
{
    int a = blockIdx.x * blockDim.x + threadIdx.x;
    if (a < accounts) {
        double b = balance[a];
        for (int y = 0; y < years; y++)
            b = b * (1.0 + rate[a] / 100.0) + deposit;
        balance[a] = b;
    }
}
