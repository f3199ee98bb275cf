// extent packed: total
void compact_kept(const float* source, const int* keep, float* packed, int total)
{
    float* next = packed;
    for (int i = 0; i < total; ++i)
        if (keep[i] > 0)
            *next++ = source[i];
}
