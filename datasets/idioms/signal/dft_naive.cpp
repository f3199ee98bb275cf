#include <cmath>

void dft(const float *re, const float *im, float *out_re, float *out_im, int N)
{
    for (int k = 0; k < N; k++) {
        float sr = 0.0f, si = 0.0f;
        for (int n = 0; n < N; n++) {
            int kn = (int)((long long)k * n % N);
            float angle = -6.28318530718f * kn / N;
            float c = cosf(angle), s = sinf(angle);
            sr += re[n] * c - im[n] * s;
            si += re[n] * s + im[n] * c;
        }
        out_re[k] = sr;
        out_im[k] = si;
    }
}
