__global__ void relax_colour(float *p, const float *rhs, float omega, int colour, int w, int h)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < 1 || y < 1 || x >= w - 1 || y >= h - 1) return;
    if ((x + y) % 2 == colour) {
        int c = y * w + x;
        float gs = 0.25f * (p[c - 1] + p[c + 1] + p[c - w] + p[c + w] - rhs[c]);
        p[c] = (1.0f - omega) * p[c] + omega * gs;
    }
}
