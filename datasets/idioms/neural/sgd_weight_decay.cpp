void sgd_step(float *w, const float *grad, float lr, float decay, int n)
{
    for (int i = 0; i < n; i++)
        w[i] -= lr * (grad[i] + decay * w[i]);
}
