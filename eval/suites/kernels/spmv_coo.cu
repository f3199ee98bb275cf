__global__ void spmv_coo_kernel(int entries, const int* rows, const int* cols, const float* value, const float* in, float* out)
{
    const int e = threadIdx.x + blockIdx.x * blockDim.x;
    if (e >= entries)
        return;
    const int to = rows[e], from = cols[e];
    atomicAdd(out + to, value[e] * in[from]);
}
