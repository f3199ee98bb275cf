#include <cmath>

void nll_loss(const float *probs, const int *labels, float *losses, int batch, int classes)
{
    for (int b = 0; b < batch; b++) {
        float p = probs[b * classes + labels[b]];
        losses[b] = p > 1e-8f ? -logf(p) : 18.42f;
    }
}
