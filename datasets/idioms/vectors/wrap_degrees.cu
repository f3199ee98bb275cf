__global__ void wrap_degrees(float *angle, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    float a = fmodf(angle[i], 360.0f);
    if (a < 0.0f)
        a += 360.0f;
    angle[i] = a;
}
