void stencil_1d_radius(const float* in, float* out, int n)
{
    for (int i = 0; i < n; ++i) {
        float sum = 0.0f;
        for (int d = -3; d <= 3; ++d)
            if (i + d >= 0 && i + d < n)
                sum += in[i + d];
        out[i] = sum;
    }
}
