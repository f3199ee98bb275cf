void apply_dropout(float *input, const float *random, int size, float prob, float scale)
{
    for (int i = 0; i < size; i++)
        input[i] = (random[i] < prob) ? 0 : input[i] * scale;
}
