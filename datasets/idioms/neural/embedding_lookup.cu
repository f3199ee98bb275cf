__global__ void embed_tokens(const float *table, const float *position, const int *tokens, float *out, int seq, int dim)
{
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx < seq * dim) {
        int t = idx / dim;
        int d = idx % dim;
        out[idx] = table[tokens[t] * dim + d] + position[idx];
    }
}
