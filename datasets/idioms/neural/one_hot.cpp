void one_hot(const int *labels, float *out, int n, int classes)
{
    for (int i = 0; i < n; i++)
        for (int c = 0; c < classes; c++)
            out[i * classes + c] = labels[i] == c ? 1.0f : 0.0f;
}
