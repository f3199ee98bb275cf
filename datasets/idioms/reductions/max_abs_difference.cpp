#include <cmath>

void max_change(const float *old_u, const float *new_u, float *rows_max, int rows, int cols)
{
    for (int i = 0; i < rows; i++) {
        float worst = 0.0f;
        for (int j = 0; j < cols; j++) {
            float d = fabsf(new_u[i * cols + j] - old_u[i * cols + j]);
            if (d > worst)
                worst = d;
        }
        rows_max[i] = worst;
    }
}
