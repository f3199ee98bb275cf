void gather_scaled(const float *table, const int *index, const float *weight, float *out, int n)
{
    for (int i = 0; i < n; i++)
        out[i] = weight[i] * table[index[i]];
}
