void bitonic_step(float *values, int j, int k, int n)
{
    for (int i = 0; i < n; i++) {
        int ixj = i ^ j;
        if (ixj > i && ixj < n) {
            bool up = (i & k) == 0;
            if ((up && values[i] > values[ixj]) || (!up && values[i] < values[ixj])) {
                float t = values[i];
                values[i] = values[ixj];
                values[ixj] = t;
            }
        }
    }
}
