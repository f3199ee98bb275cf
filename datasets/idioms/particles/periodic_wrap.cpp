void wrap_positions(float *x, float box, int *image, int n)
{
    for (int i = 0; i < n; i++) {
        if (x[i] >= box) {
            x[i] -= box;
            image[i]++;
        } else if (x[i] < 0.0f) {
            x[i] += box;
            image[i]--;
        }
    }
}
