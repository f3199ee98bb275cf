__global__ void gray_scott(const float *U, const float *V, float *Un, float *Vn, float Du, float Dv, float F, float k, int w, int h)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x > 0 && y > 0 && x < w - 1 && y < h - 1) {
        int p = y * w + x;
        float lu = U[p - 1] + U[p + 1] + U[p - w] + U[p + w] - 4.0f * U[p];
        float lv = V[p - 1] + V[p + 1] + V[p - w] + V[p + w] - 4.0f * V[p];
        float uvv = U[p] * V[p] * V[p];
        Un[p] = U[p] + Du * lu - uvv + F * (1.0f - U[p]);
        Vn[p] = V[p] + Dv * lv + uvv - (F + k) * V[p];
    }
}
