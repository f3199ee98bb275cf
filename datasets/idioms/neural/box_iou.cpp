void box_iou(const float *a, const float *b, float *iou, int n)
{
    for (int i = 0; i < n; i++) {
        const float *p = a + 4 * i, *q = b + 4 * i;
        float left = p[0] > q[0] ? p[0] : q[0];
        float top = p[1] > q[1] ? p[1] : q[1];
        float right = p[2] < q[2] ? p[2] : q[2];
        float bottom = p[3] < q[3] ? p[3] : q[3];
        float inter = 0.0f;
        if (right > left && bottom > top)
            inter = (right - left) * (bottom - top);
        float area = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]);
        iou[i] = inter / (area - inter + 1e-6f);
    }
}
