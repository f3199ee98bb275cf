__global__ void bond_prices(const double *yield, double *price, double coupon, double face, int periods, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double df = 1.0, pv = 0.0;
        for (int k = 0; k < periods; k++) {
            df /= 1.0 + yield[i] * 0.01;
            pv += coupon * df;
        }
        price[i] = pv + face * df;
    }
}
