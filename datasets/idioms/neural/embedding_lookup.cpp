void embed_tokens(const float *table, const float *position, const int *tokens, float *out, int seq, int dim)
{
    for (int t = 0; t < seq; t++)
        for (int d = 0; d < dim; d++)
            out[t * dim + d] = table[tokens[t] * dim + d] + position[t * dim + d];
}
