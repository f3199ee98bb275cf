void count_mismatches(const int *predicted, const int *expected, int *errors, int n)
{
    int e = 0;
    for (int i = 0; i < n; i++)
        e += predicted[i] != expected[i];
    errors[0] += e;
}
