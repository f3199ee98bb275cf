void weighted_sums(const float *value, const float *weight, float *num, float *den, int n)
{
    for (int i = 0; i < n; i++) {
        *num += weight[i] * value[i];
        *den += weight[i];
    }
}
