__global__ void edit_diagonal(const int *a, const int *b, const int *prev2, const int *prev1, int *cur, int diag, int la, int lb)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = diag - i;
    if (i > la || j < 0 || j > lb) return;
    if (i == 0 || j == 0) {
        cur[i] = diag;
        return;
    }
    int cost = a[i - 1] == b[j - 1] ? 0 : 1;
    cur[i] = min(prev2[i - 1] + cost, min(prev1[i - 1], prev1[i]) + 1);
}
