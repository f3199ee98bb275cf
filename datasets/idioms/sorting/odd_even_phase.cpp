void odd_even_phase(int *a, int n, int phase)
{
    for (int i = phase % 2 == 0 ? 0 : 1; i + 1 < n; i += 2) {
        if (a[i] > a[i + 1]) {
            int tmp = a[i];
            a[i] = a[i + 1];
            a[i + 1] = tmp;
        }
    }
}
