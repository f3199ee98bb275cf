__global__ void triangles_per_vertex(const int *A, int *tri, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int count = 0;
        for (int j = i + 1; j < n; j++) {
            if (A[i * n + j] <= 0) continue;
            for (int k = j + 1; k < n; k++) {
                if (A[j * n + k] > 0 && A[i * n + k] > 0)
                    count++;
            }
        }
        tri[i] = count;
    }
}
