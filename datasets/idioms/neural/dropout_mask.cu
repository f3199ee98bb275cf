__global__ void apply_dropout(float *input, const float *random, int size, float prob, float scale)
{
    int id = (blockIdx.x + blockIdx.y * gridDim.x) * blockDim.x + threadIdx.x;
    if (id < size)
        input[id] = (random[id] < prob) ? 0 : input[id] * scale;
}
