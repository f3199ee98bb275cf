void lerp_arrays(const float *from, const float *to, float *out, float t, unsigned int count)
{
    for (unsigned int i = 0; i < count; i++)
        out[i] = from[i] + t * (to[i] - from[i]);
}
