__global__ void row_argmax(const float *scores, int *label, float *best, int batch, int classes)
{
    int b = blockIdx.x * blockDim.x + threadIdx.x;
    if (b >= batch)
        return;
    const float *row = scores + b * classes;
    int arg = -1;
    float top = -3.4e38f;
    for (int c = 0; c < classes; c++) {
        if (row[c] > top) {
            top = row[c];
            arg = c;
        }
    }
    label[b] = arg;
    best[b] = top;
}
