__global__ void log_returns(const double *price, double *ret, int n)
{
    int t = blockIdx.x * blockDim.x + threadIdx.x + 1;
    if (t < n)
        ret[t - 1] = log(price[t] / price[t - 1]);
}
