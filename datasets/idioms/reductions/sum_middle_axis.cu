__global__ void sum_axis1(const float *in, float *out, int outer, int mid, int inner)
{
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx < outer * inner) {
        int o = idx / inner;
        int i = idx % inner;
        float s = 0.0f;
        for (int m = 0; m < mid; m++)
            s += in[(o * mid + m) * inner + i];
        out[idx] = s;
    }
}
