#include <cmath>

void softmax_rows(const float *in, float *out, int rows, int cols)
{
    for (int i = 0; i < rows; i++) {
        float maxval = -1e30f;
        for (int j = 0; j < cols; j++)
            if (in[i * cols + j] > maxval)
                maxval = in[i * cols + j];
        float sum = 0.0f;
        for (int j = 0; j < cols; j++) {
            out[i * cols + j] = expf(in[i * cols + j] - maxval);
            sum += out[i * cols + j];
        }
        for (int j = 0; j < cols; j++)
            out[i * cols + j] /= sum;
    }
}
