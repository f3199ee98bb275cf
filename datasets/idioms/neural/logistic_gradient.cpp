#include <cmath>

void bce_with_logits(const float *logit, const float *truth, float *grad, float weight, int n)
{
    for (int i = 0; i < n; i++) {
        float s = 1.0f / (1.0f + expf(-logit[i]));
        grad[i] = weight * (s - truth[i]);
    }
}
