__global__ void alpha_blend(const float *front, const float *back, const float *alpha, float *out, int pixels)
{
    int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p < pixels) {
        float a = alpha[p];
        for (int c = 0; c < 3; c++)
            out[3 * p + c] = a * front[3 * p + c] + (1.0f - a) * back[3 * p + c];
    }
}
