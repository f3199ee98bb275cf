__global__ void safe_inverse_gpu(float *v, float eps, int size)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < size) {
        if (v[i] > eps || v[i] < -eps)
            v[i] = 1.0f / v[i];
        else
            v[i] = 0.0f;
    }
}
