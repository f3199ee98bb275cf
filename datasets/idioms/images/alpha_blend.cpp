void alpha_blend(const float *front, const float *back, const float *alpha, float *out, int pixels)
{
    for (int p = 0; p < pixels; p++)
        for (int c = 0; c < 3; c++)
            out[3 * p + c] = alpha[p] * front[3 * p + c] + (1.0f - alpha[p]) * back[3 * p + c];
}
