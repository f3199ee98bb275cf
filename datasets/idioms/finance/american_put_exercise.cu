__global__ void early_exercise(float *option, const float *spot, float strike, int nodes)
{
    int k = threadIdx.x + blockIdx.x * blockDim.x;
    if (k < nodes) {
        float intrinsic = strike - spot[k];
        if (intrinsic > option[k])
            option[k] = intrinsic;
    }
}
