__global__ void powerSpectrum(const float * __restrict__ re, const float * __restrict__ im, float * __restrict__ power, float norm, int bins)
{
    int k = blockIdx.x * blockDim.x + threadIdx.x;
    if (k < bins)
        power[k] = norm * (re[k] * re[k] + im[k] * im[k]);
}
