void layer_norm(const float* x, const float* gain, const float* shift, float* y, int tokens, int width, float epsilon)
{
    for (int t = 0; t < tokens; ++t) {
        double mean = 0.0, square = 0.0;
        for (int w = 0; w < width; ++w)
            mean += x[t * width + w];
        mean /= width;
        for (int w = 0; w < width; ++w) {
            double away = x[t * width + w] - mean;
            square += away * away;
        }
        float inverse = float(1.0 / sqrt(square / width + fabs(epsilon)));
        for (int w = 0; w < width; ++w)
            y[t * width + w] = gain[w] * inverse * float(x[t * width + w] - mean) + shift[w];
    }
}
