void prolong_add(const float *coarse, float *fine, int nf)
{
    for (int i = 0; i < nf; i++) {
        int c = i / 2;
        if (i % 2 == 0)
            fine[i] += coarse[c];
        else
            fine[i] += 0.5f * (coarse[c] + coarse[c + 1]);
    }
}
