__global__ void scan_exclusive_rows_kernel(float* table, int lines, int length)
{
    const int l = blockIdx.x * blockDim.x + threadIdx.x;
    if (l >= lines)
        return;
    float before = 0.0f;
    for (int at = 0; at < length; ++at) {
        const float own = table[l * length + at];
        table[l * length + at] = before;
        before += own;
    }
}
