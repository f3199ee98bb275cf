#define MODULUS 10007

__global__ void mod_pow(const int *base, const int *expo, int *res, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        long long b = base[i] % MODULUS;
        if (b < 0) b += MODULUS;
        long long r = 1;
        int e = expo[i];
        while (e > 0) {
            if (e & 1) r = r * b % MODULUS;
            b = b * b % MODULUS;
            e >>= 1;
        }
        res[i] = (int)r;
    }
}
