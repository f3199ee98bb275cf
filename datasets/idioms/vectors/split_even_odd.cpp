void split_even_odd(int n, const int *v, int *even, int *odd)
{
    for (int i = 0; i < n; i++) {
        if (i % 2 == 0)
            even[i / 2] = v[i];
        else
            odd[i / 2] = v[i];
    }
}
