void clamp_values(int *values, int lo, int hi, int n)
{
    for (int i = 0; i < n; i++) {
        int v = values[i];
        values[i] = v < lo ? lo : (v > hi ? hi : v);
    }
}
