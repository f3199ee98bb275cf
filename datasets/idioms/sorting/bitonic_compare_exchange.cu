__global__ void bitonic_step(float *values, int j, int k, int n)
{
    int i = threadIdx.x + blockDim.x * blockIdx.x;
    int ixj = i ^ j;
    if (i < n && ixj > i && ixj < n) {
        bool up = (i & k) == 0;
        if ((up && values[i] > values[ixj]) || (!up && values[i] < values[ixj])) {
            float t = values[i];
            values[i] = values[ixj];
            values[ixj] = t;
        }
    }
}
