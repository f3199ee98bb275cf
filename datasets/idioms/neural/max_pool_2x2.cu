__global__ void maxpool2x2(const float *in, float *out, int *argmax, int channels, int oh, int ow)
{
    int id = blockIdx.x * blockDim.x + threadIdx.x;
    if (id >= channels * oh * ow) return;
    int x = id % ow;
    int y = (id / ow) % oh;
    int c = id / (ow * oh);
    float best = -1e30f;
    int where = -1;
    for (int dy = 0; dy < 2; dy++)
        for (int dx = 0; dx < 2; dx++) {
            int at = (c * 2 * oh + 2 * y + dy) * 2 * ow + 2 * x + dx;
            if (in[at] > best) {
                best = in[at];
                where = at;
            }
        }
    out[id] = best;
    argmax[id] = where;
}
