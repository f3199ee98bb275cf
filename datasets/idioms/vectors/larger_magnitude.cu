__global__ void larger_magnitude(const float *p, const float *q, float *r, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        if (fabsf(p[i]) >= fabsf(q[i]))
            r[i] = p[i];
        else
            r[i] = q[i];
    }
}
