void powerSpectrum(const float *re, const float *im, float *power, float norm, int bins)
{
    for (int k = 0; k < bins; k++)
        power[k] = norm * (re[k] * re[k] + im[k] * im[k]);
}
