void pad_reflect(const float *in, float *out, int w, int h, int pad)
{
    int pw = w + 2 * pad, ph = h + 2 * pad;
    for (int y = 0; y < ph; y++)
        for (int x = 0; x < pw; x++) {
            int sx = x - pad, sy = y - pad;
            if (sx < 0) sx = -sx;
            if (sy < 0) sy = -sy;
            if (sx >= w) sx = 2 * w - 2 - sx;
            if (sy >= h) sy = 2 * h - 2 - sy;
            if (sx >= 0 && sy >= 0)
                out[y * pw + x] = in[sy * w + sx];
        }
}
