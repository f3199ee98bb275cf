void cofactor_signs(float *a, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if ((i + j) & 1)
                a[i * n + j] = -a[i * n + j];
}
