#include <cmath>

void logsumexp(const float *x, float *lse, int rows, int cols)
{
    for (int r = 0; r < rows; r++) {
        float top = -1e30f;
        for (int c = 0; c < cols; c++)
            if (x[r * cols + c] > top)
                top = x[r * cols + c];
        float sum = 0.0f;
        for (int c = 0; c < cols; c++)
            sum += expf(x[r * cols + c] - top);
        lse[r] = top + logf(sum);
    }
}
