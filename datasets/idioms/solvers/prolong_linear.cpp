void prolong_1d(const float *coarse, float *fine, int nf)
{
    for (int i = 0; i < nf; i++) {
        int c = i / 2;
        fine[i] += (i & 1) ? 0.5f * (coarse[c] + coarse[c + 1]) : coarse[c];
    }
}
