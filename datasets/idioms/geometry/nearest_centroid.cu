__global__ void nearest_centroid(const float *px, const float *py, const float *cx, const float *cy, int *label, int k, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float best = 3.0e38f;
    int arg = 0;
    for (int c = 0; c < k; c++) {
        float dx = px[i] - cx[c];
        float dy = py[i] - cy[c];
        float d = dx * dx + dy * dy;
        if (d < best) {
            best = d;
            arg = c;
        }
    }
    label[i] = arg;
}
