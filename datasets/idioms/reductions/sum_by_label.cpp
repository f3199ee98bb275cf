void sum_by_label(const int *label, const float *value, float *sums, int *counts, int n)
{
    for (int i = 0; i < n; i++) {
        sums[label[i]] += value[i];
        counts[label[i]]++;
    }
}
