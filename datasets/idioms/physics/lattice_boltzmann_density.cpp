#define Q 9

void lbm_macroscopic(const float *f, const int *cx, const int *cy, float *rho, float *ux, float *uy, int cells)
{
    for (int c = 0; c < cells; c++) {
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
}
