void forward_avgpool(int n, int w, int h, int c, const float *input, float *output)
{
    for (int k = 0; k < n; k++) {
        for (int ch = 0; ch < c; ch++) {
            int out_index = ch + c * k;
            output[out_index] = 0;
            for (int i = 0; i < w * h; ++i)
                output[out_index] += input[i + h * w * out_index];
            output[out_index] /= w * h;
        }
    }
}
