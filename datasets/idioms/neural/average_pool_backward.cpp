void avgpool_grad(const float *dout, float *din, int channels, int spatial)
{
    for (int c = 0; c < channels; c++)
        for (int s = 0; s < spatial; s++)
            din[c * spatial + s] += dout[c] / spatial;
}
