void minmax_scale(float *x, int rows, int cols)
{
    for (int j = 0; j < cols; j++) {
        float lo = x[j], hi = x[j];
        for (int i = 1; i < rows; i++) {
            float v = x[i * cols + j];
            if (v < lo) lo = v;
            if (v > hi) hi = v;
        }
        float range = hi - lo;
        for (int i = 0; i < rows; i++)
            x[i * cols + j] = range > 0.0f ? (x[i * cols + j] - lo) / range : 0.0f;
    }
}
