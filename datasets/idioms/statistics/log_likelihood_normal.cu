__global__ void normal_loglik(const float *x, float *ll, float mu, float sigma, int n)
{
    const float half_log_2pi = 0.918938533f;
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i < n) {
        float s = fabsf(sigma) + 0.1f;
        float z = (x[i] - mu) / s;
        ll[i] = -0.5f * z * z - logf(s) - half_log_2pi;
    }
}
