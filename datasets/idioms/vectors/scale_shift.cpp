void scale_shift_cpu(double *x, const double scale, const double shift, const int len)
{
    for (int idx = 0; idx < len; ++idx)
        x[idx] = x[idx] * scale + shift;
}
