void maxpool2x2(const float *in, float *out, int *argmax, int channels, int oh, int ow)
{
    for (int c = 0; c < channels; c++)
        for (int y = 0; y < oh; y++)
            for (int x = 0; x < ow; x++) {
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
                out[(c * oh + y) * ow + x] = best;
                argmax[(c * oh + y) * ow + x] = where;
            }
}
