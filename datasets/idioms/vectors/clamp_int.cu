__global__ void clampValues(int *values, int lo, int hi, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int v = values[i];
        values[i] = v < lo ? lo : (v > hi ? hi : v);
    }
}
