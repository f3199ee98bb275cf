void softmax_backward(const float *prob, const float *grad_out, float *grad_in, int batch, int classes)
{
    for (int b = 0; b < batch; b++) {
        float dot = 0.f;
        for (int c = 0; c < classes; c++)
            dot += prob[b * classes + c] * grad_out[b * classes + c];
        for (int c = 0; c < classes; c++)
            grad_in[b * classes + c] = prob[b * classes + c] * (grad_out[b * classes + c] - dot);
    }
}
