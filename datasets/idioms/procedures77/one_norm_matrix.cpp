#include <cmath>

float slange1(int m, int n, const float *a, int lda)
{
    float value = 0.0f;
    if (lda < m)
        return value;
    for (int j = 0; j < n; j++) {
        float sum = 0.0f;
        for (int i = 0; i < m; i++)
            sum += fabsf(a[i + j * lda]);
        if (value < sum)
            value = sum;
    }
    return value;
}
