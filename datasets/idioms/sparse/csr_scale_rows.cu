__global__ void scale_rows(float* values, const int* offsets, const float* s, unsigned int nrows)
{
    unsigned int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= nrows) return;
    for (int p = offsets[r]; p < offsets[r + 1]; ++p)
        values[p] *= s[r];
}
