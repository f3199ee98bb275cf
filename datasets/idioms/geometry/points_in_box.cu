__global__ void inside_box(const float *x, const float *y, const float *z, int *inside, float lo, float hi, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        inside[i] = x[i] >= lo && x[i] <= hi && y[i] >= lo && y[i] <= hi && z[i] >= lo && z[i] <= hi;
}
