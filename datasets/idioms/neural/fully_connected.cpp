void linear_forward(const float *x, const float *W, const float *bias, float *y, int batch, int in_dim, int out_dim)
{
    for (int b = 0; b < batch; b++)
        for (int o = 0; o < out_dim; o++) {
            float acc = bias[o];
            for (int i = 0; i < in_dim; i++)
                acc += x[b * in_dim + i] * W[o * in_dim + i];
            y[b * out_dim + o] = acc > 0.0f ? acc : 0.0f;
        }
}
