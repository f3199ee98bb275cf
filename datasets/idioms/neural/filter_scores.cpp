void suppress_low_scores(float *scores, int *labels, const float threshold, const int dims)
{
    for (int t = 0; t < dims; t++) {
        if (scores[t] < threshold) {
            scores[t] = 0.f;
            labels[t] = -1;
        }
    }
}
