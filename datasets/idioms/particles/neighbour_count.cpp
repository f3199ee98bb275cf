void count_neighbours(const float *x, const float *y, int *count, float radius, int n)
{
    for (int i = 0; i < n; i++) {
        int c = 0;
        for (int j = 0; j < n; j++) {
            float dx = x[j] - x[i], dy = y[j] - y[i];
            if (j != i && dx * dx + dy * dy < radius * radius)
                c++;
        }
        count[i] = c;
    }
}
