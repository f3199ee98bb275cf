void row_argmax(const float *scores, int *label, float *best, int batch, int classes)
{
    for (int b = 0; b < batch; b++) {
        int arg = -1;
        float top = -3.4e38f;
        for (int c = 0; c < classes; c++) {
            if (scores[b * classes + c] > top) {
                top = scores[b * classes + c];
                arg = c;
            }
        }
        label[b] = arg;
        best[b] = top;
    }
}
