void sobel_direction(const float* grey, int* sector, int h, int w, float threshold)
{
    for (int i = 0; i < h * w; ++i) {
        int y = i / w, x = i % w;
        sector[i] = -1;
        if (y == 0 || x == 0 || y == h - 1 || x == w - 1)
            continue;
        const float* p = grey + i;
        float gx = p[1 - w] - p[-1 - w] + 2.0f * (p[1] - p[-1]) + p[1 + w] - p[-1 + w];
        float gy = p[w - 1] - p[-w - 1] + 2.0f * (p[w] - p[-w]) + p[w + 1] - p[-w + 1];
        if (gx * gx + gy * gy <= threshold * threshold)
            continue;
        float ax = fabsf(gx), ay = fabsf(gy);
        sector[i] = ay * 2.0f < ax ? 0 : ax * 2.0f < ay ? 2 : gx * gy > 0.0f ? 1 : 3;
    }
}
