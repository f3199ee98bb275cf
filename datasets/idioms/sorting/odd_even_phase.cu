__global__ void odd_even_phase(int *a, int n, int phase)
{
    int tid = blockIdx.x * blockDim.x + threadIdx.x;
    int i = 2 * tid + (phase % 2 == 0 ? 0 : 1);
    if (i + 1 < n) {
        if (a[i] > a[i + 1]) {
            int tmp = a[i];
            a[i] = a[i + 1];
            a[i + 1] = tmp;
        }
    }
}
