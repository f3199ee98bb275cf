__global__ void nll_loss(const float *probs, const int *labels, float *losses, int batch, int classes)
{
    int b = blockIdx.x * blockDim.x + threadIdx.x;
    if (b < batch) {
        float p = probs[b * classes + labels[b]];
        losses[b] = p > 1e-8f ? -logf(p) : 18.42f;
    }
}
