void l2_loss(int n, const float *pred, const float *truth, float *delta, float *error)
{
    for (int i = 0; i < n; ++i) {
        float diff = truth[i] - pred[i];
        error[i] = diff * diff;
        delta[i] = 2 * diff;
    }
}
