// Products of two spectra whose real and imaginary parts follow each other.
void spectrum_multiply(float *a, const float *b, int count, float scale)
{
    for (int i = 0; i < count; i++) {
        float ar = a[2 * i], ai = a[2 * i + 1];
        float br = b[2 * i], bi = b[2 * i + 1];
        a[2 * i] = scale * (ar * br - ai * bi);
        a[2 * i + 1] = scale * (ar * bi + ai * br);
    }
}
