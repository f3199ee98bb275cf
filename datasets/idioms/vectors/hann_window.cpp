#include <cmath>

void apply_hann(float *frame, int length)
{
    for (int i = 0; i < length; i++) {
        float w = 0.5f * (1.0f - cosf(6.2831853f * i / length));
        frame[i] *= w;
    }
}
