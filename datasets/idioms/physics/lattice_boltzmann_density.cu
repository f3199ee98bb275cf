#define Q 9

__global__ void lbm_macroscopic(const float *f, const int *cx, const int *cy, float *rho, float *ux, float *uy, int cells)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= cells) return;
    float r = 0.f, mx = 0.f, my = 0.f;
    for (int q = 0; q < Q; q++) {
        float fq = f[q * cells + c];
        r += fq;
        mx += fq * cx[q];
        my += fq * cy[q];
    }
    rho[c] = r;
    ux[c] = mx / r;
    uy[c] = my / r;
}
