void shell(int n, float *a)
{
    int m = n;
    while ((m = m / 2) > 0) {
        for (int j = 0; j < n - m; j++) {
            int i = j;
            while (i >= 0 && a[i + m] < a[i]) {
                float w = a[i];
                a[i] = a[i + m];
                a[i + m] = w;
                i -= m;
            }
        }
    }
}
