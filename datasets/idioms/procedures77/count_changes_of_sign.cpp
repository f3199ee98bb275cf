int nsign(int n, const float *p)
{
    int changes = 0;
    float last = 0.0f;
    for (int i = 0; i < n; i++) {
        if (p[i] == 0.0f)
            continue;
        if (last * p[i] < 0.0f)
            changes++;
        last = p[i];
    }
    return changes;
}
