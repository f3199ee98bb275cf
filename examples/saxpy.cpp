// Vector updates of a conjugate-gradient solver.
#include <cmath>

// y <- a x + y
void saxpy(int n, float a, const float *x, float *y) {
    for (int i = 0; i < n; i++) {
        // one multiply-add an element
        y[i] = a * x[i] + y[i];
    }
}

void residual(const double *b, const double *ax, double *r, int n) {
    for (int i = 0; i < n; ++i) {
        r[i] = b[i] - ax[i];
    }
}

void scale_rows(float *matrix, const float *weight, int rows, int cols) {
    for (int row = 0; row < rows; row++) {
        for (int col = 0; col < cols; col++) {
            matrix[row * cols + col] = matrix[row * cols + col] * weight[row];
        }
    }
}
