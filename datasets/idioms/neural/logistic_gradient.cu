__device__ inline float sigmoid(float x) { return 1.0f / (1.0f + expf(-x)); }

__global__ void bce_with_logits(const float *logit, const float *truth, float *grad, float weight, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        grad[i] = weight * (sigmoid(logit[i]) - truth[i]);
}
