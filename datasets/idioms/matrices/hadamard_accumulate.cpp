void hadamard_acc(const float *a, const float *b, float *c, int width, int height, int pitch)
{
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int pos = y * pitch + x;
            c[pos] += a[pos] * b[pos];
        }
    }
}
