__global__ void forward_avgpool(int n, int w, int h, int c, const float *input, float *output)
{
    int id = blockIdx.x * blockDim.x + threadIdx.x;
    if (id >= n * c)
        return;
    float total = 0;
    for (int i = 0; i < w * h; ++i)
        total += input[i + h * w * id];
    output[id] = total / (w * h);
}
