void sum_axis1(const float *in, float *out, int outer, int mid, int inner)
{
    for (int o = 0; o < outer; o++) {
        for (int i = 0; i < inner; i++) {
            float s = 0.0f;
            for (int m = 0; m < mid; m++)
                s += in[(o * mid + m) * inner + i];
            out[o * inner + i] = s;
        }
    }
}
