__global__ void quantize_int8_kernel(const float* weights, const float* scale, signed char* code, int rows, int per_row)
{
    const int flat = blockIdx.x * blockDim.x + threadIdx.x;
    if (flat >= rows * per_row)
        return;
    const float steps = weights[flat] / scale[flat / per_row];
    int whole = 0;
    if (steps >= 127.0f)
        whole = 127;
    else if (steps <= -127.0f)
        whole = -127;
    else if (steps > -127.0f)
        whole = int(steps + (steps < 0.0f ? -0.5f : 0.5f));
    code[flat] = (signed char)whole;
}
