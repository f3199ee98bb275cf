__global__ void power_spectrum_db(const float *re, const float *im, float *db, int bins)
{
    int k = blockIdx.x * blockDim.x + threadIdx.x;
    if (k < bins) {
        float p = re[k] * re[k] + im[k] * im[k];
        db[k] = 10.0f * log10f(p + 1.0e-10f);
    }
}
