#define PER_THREAD 4

__global__ void square_add(const int *a, const int *b, int *c, int n)
{
    int first = (blockIdx.x * blockDim.x + threadIdx.x) * PER_THREAD;
    for (int k = 0; k < PER_THREAD; k++) {
        int i = first + k;
        if (i < n)
            c[i] = a[i] * a[i] + b[i] * b[i];
    }
}
