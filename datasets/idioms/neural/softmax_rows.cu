__global__ void softmax_rows(const float *in, float *out, int rows, int cols)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < rows) {
        const float *x = in + i * cols;
        float *y = out + i * cols;
        float maxval = -1e30f;
        for (int j = 0; j < cols; j++)
            if (x[j] > maxval)
                maxval = x[j];
        float sum = 0.0f;
        for (int j = 0; j < cols; j++) {
            y[j] = expf(x[j] - maxval);
            sum += y[j];
        }
        for (int j = 0; j < cols; j++)
            y[j] /= sum;
    }
}
