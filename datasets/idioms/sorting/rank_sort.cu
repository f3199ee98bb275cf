__global__ void rank_sort(const int *in, int *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int rank = 0;
        for (int j = 0; j < n; j++) {
            if (in[j] < in[i] || (in[j] == in[i] && j < i))
                rank++;
        }
        out[rank] = in[i];
    }
}
