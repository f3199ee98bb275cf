__global__ void suppress_low_scores(float *scores, int *labels, const float threshold, const int dims)
{
    int t = blockIdx.x * blockDim.x + threadIdx.x;
    if (t >= dims) {
        return;
    }
    if (scores[t] < threshold) {
        scores[t] = 0.f;
        labels[t] = -1;
    }
}
