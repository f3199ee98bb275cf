void stream_scale(float* b, const float* c, float factor, int length)
{
    for (int at = length - 1; at >= 0; --at) {
        b[at] = c[at] * factor;
    }
}
