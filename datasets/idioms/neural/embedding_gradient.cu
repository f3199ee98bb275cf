__global__ void embed_backward(const float *grad, const int *tokens, float *dtable, int seq, int dim)
{
    int d = blockIdx.x * blockDim.x + threadIdx.x;
    int t = blockIdx.y * blockDim.y + threadIdx.y;
    if (t < seq && d < dim)
        atomicAdd(&dtable[tokens[t] * dim + d], grad[t * dim + d]);
}
