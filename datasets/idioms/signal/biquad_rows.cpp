void biquad(const double *in, double *out, double b0, double b1, double b2, double a1, double a2, int channels, int length)
{
    for (int c = 0; c < channels; ++c) {
        double z1 = 0.0, z2 = 0.0;
        for (int t = 0; t < length; ++t) {
            double x = in[c * length + t];
            double y = b0 * x + z1;
            z1 = b1 * x - a1 * y + z2;
            z2 = b2 * x - a2 * y;
            out[c * length + t] = y;
        }
    }
}
