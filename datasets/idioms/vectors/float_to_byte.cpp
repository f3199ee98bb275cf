void floatToByte(const float *src, unsigned char *dst, int count)
{
    for (int i = 0; i < count; i++) {
        float v = src[i] * 255.0f + 0.5f;
        if (!(v > 0.0f)) v = 0.0f;
        if (v > 255.0f) v = 255.0f;
        dst[i] = (unsigned char)v;
    }
}
