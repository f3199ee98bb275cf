void add_bias(float *output, const float *biases, int batch, int n, int size)
{
    for (int b = 0; b < batch; ++b)
        for (int i = 0; i < n; ++i)
            for (int j = 0; j < size; ++j)
                output[(b * n + i) * size + j] += biases[i];
}
