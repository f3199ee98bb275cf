#include <cmath>

void decode_boxes(const float *loc, const float *prior, float *boxes, int num)
{
    for (int i = 0; i < num; i++) {
        float cx = prior[4 * i] + loc[4 * i] * 0.1f * prior[4 * i + 2];
        float cy = prior[4 * i + 1] + loc[4 * i + 1] * 0.1f * prior[4 * i + 3];
        float w = prior[4 * i + 2] * expf(loc[4 * i + 2] * 0.2f);
        float h = prior[4 * i + 3] * expf(loc[4 * i + 3] * 0.2f);
        boxes[4 * i] = cx - w / 2;
        boxes[4 * i + 1] = cy - h / 2;
        boxes[4 * i + 2] = cx + w / 2;
        boxes[4 * i + 3] = cy + h / 2;
    }
}
