void relax_colour(float *p, const float *rhs, float omega, int colour, int w, int h)
{
    for (int y = 1; y < h - 1; y++) {
        for (int x = 1; x < w - 1; x++) {
            if ((x + y) % 2 == colour) {
                int c = y * w + x;
                float gs = 0.25f * (p[c - 1] + p[c + 1] + p[c - w] + p[c + w] - rhs[c]);
                p[c] = (1.0f - omega) * p[c] + omega * gs;
            }
        }
    }
}
