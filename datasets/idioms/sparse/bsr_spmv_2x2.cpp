#define BS 2

void bsr_mult(const int nb, const int *brow, const int *bcol, const float *blocks, const float *x, float *y)
{
    for (int ib = 0; ib < nb; ib++) {
        float y0 = 0.f, y1 = 0.f;
        for (int k = brow[ib]; k < brow[ib + 1]; k++) {
            const float *b = blocks + k * BS * BS;
            int c = bcol[k] * BS;
            y0 += b[0] * x[c] + b[1] * x[c + 1];
            y1 += b[2] * x[c] + b[3] * x[c + 1];
        }
        y[ib * BS] = y0;
        y[ib * BS + 1] = y1;
    }
}
