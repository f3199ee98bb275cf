__global__ void to_decibel(const float *amplitude, float *db, float floor_db, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float level = floor_db;
        if (amplitude[i] > 1e-6f)
            level = 20.0f * log10f(amplitude[i]);
        db[i] = level;
    }
}
