#include <cmath>

void batchnorm_infer(float *x, const float *mean, const float *variance, const float *scale, const float *shift, int channels, int spatial)
{
    for (int c = 0; c < channels; c++)
        for (int s = 0; s < spatial; s++) {
            float v = (x[c * spatial + s] - mean[c]) / (sqrtf(fabsf(variance[c])) + 0.00001f);
            x[c * spatial + s] = scale[c] * v + shift[c];
        }
}
