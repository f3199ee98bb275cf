__global__ void normalize(float *v, int n, int dim)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float len = 0.0f;
        for (int d = 0; d < dim; d++)
            len += v[i * dim + d] * v[i * dim + d];
        len = sqrtf(len);
        if (len > 0.0f)
            for (int d = 0; d < dim; d++)
                v[i * dim + d] /= len;
    }
}
