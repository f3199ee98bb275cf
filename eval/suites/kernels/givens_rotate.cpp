void givens_rotate(float* x, float* y, float c, float s, int count)
{
    int k = 0;
    while (k < count) {
        float turned = c * x[k] + s * y[k];
        y[k] = c * y[k] - s * x[k];
        x[k] = turned;
        ++k;
    }
}
