#include <cmath>

void normalize(float *v, int n, int dim)
{
    for (int i = 0; i < n; i++) {
        float len = 0.0f;
        for (int d = 0; d < dim; d++)
            len += v[i * dim + d] * v[i * dim + d];
        len = sqrtf(len);
        if (len > 0.0f)
            for (int d = 0; d < dim; d++)
                v[i * dim + d] /= len;
    }
}
