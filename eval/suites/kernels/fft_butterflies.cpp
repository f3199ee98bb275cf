void fft_butterflies(double* re, double* im, const double* cosine, const double* sine, int half, int groups)
{
    for (int g = 0; g < groups; ++g)
        for (int k = 0; k < half; ++k) {
            const int top = g * 2 * half + k, low = top + half;
            const double tr = cosine[k] * re[low] + sine[k] * im[low];
            const double ti = cosine[k] * im[low] - sine[k] * re[low];
            re[low] = re[top] - tr;
            im[low] = im[top] - ti;
            re[top] += tr;
            im[top] += ti;
        }
}
