void iamax(int n, const float* x, int* where)
{
    float largest = -1.0f;
    int best = 0;
    for (int i = 0; i < n; ++i) {
        float size = fabsf(x[i]);
        if (size > largest) {
            largest = size;
            best = i;
        }
    }
    *where = best;
}
