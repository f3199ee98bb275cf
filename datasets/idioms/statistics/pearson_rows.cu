__global__ void pearson(const float *A, const float *B, float *r, int rows, int len)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < rows) {
        float sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
        for (int k = 0; k < len; k++) {
            float x = A[i * len + k];
            float y = B[i * len + k];
            sx += x; sy += y;
            sxx += x * x; syy += y * y; sxy += x * y;
        }
        float num = len * sxy - sx * sy;
        float den = sqrtf(fabsf(len * sxx - sx * sx) + 1.0f) * sqrtf(fabsf(len * syy - sy * sy) + 1.0f);
        r[i] = num / den;
    }
}
