void alternate_sign(float *a, int n)
{
    for (int i = 1; i < n; i += 2)
        a[i] = -a[i];
}
