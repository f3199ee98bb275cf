__global__ void rotary(float *x, float theta, int seq, int half)
{
    int h = blockIdx.x * blockDim.x + threadIdx.x;
    int t = blockIdx.y * blockDim.y + threadIdx.y;
    if (t >= seq || h >= half) return;
    float angle = t * theta / (h + 1);
    float c = cosf(angle), s = sinf(angle);
    float *p = x + (t * half + h) * 2;
    float a = p[0], b = p[1];
    p[0] = a * c - b * s;
    p[1] = a * s + b * c;
}
