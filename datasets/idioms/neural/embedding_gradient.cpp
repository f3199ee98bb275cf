void embed_backward(const float *grad, const int *tokens, float *dtable, int seq, int dim)
{
    for (int t = 0; t < seq; t++)
        for (int d = 0; d < dim; d++)
            dtable[tokens[t] * dim + d] += grad[t * dim + d];
}
