#include <cmath>

void gelu_forward(float *out, const float *inp, int N)
{
    const float c = 0.7978845608f;
    for (int i = 0; i < N; i++) {
        float x = inp[i];
        float cube = 0.044715f * x * x * x;
        out[i] = 0.5f * x * (1.0f + tanhf(c * (x + cube)));
    }
}
