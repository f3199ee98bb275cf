void sign_of(const float *x, int *s, int n)
{
    for (int i = 0; i < n; i++) {
        if (x[i] > 0) s[i] = 1;
        else if (x[i] < 0) s[i] = -1;
        else s[i] = 0;
    }
}
