void odd_even_exchange(float* a, int pairs, int phase)
{
    const int odd = phase % 2 == 0 ? 0 : 1;
    for (int p = 0; p < pairs; ++p) {
        float* left = a + 2 * p + odd;
        if (left[0] > left[1]) {
            const float t = left[0];
            left[0] = left[1];
            left[1] = t;
        }
    }
}
