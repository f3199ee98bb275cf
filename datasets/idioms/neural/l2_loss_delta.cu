__global__ void l2_loss_kernel(int n, const float *pred, const float *truth, float *delta, float *error)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float diff = truth[i] - pred[i];
        error[i] = diff * diff;
        delta[i] = 2 * diff;
    }
}
