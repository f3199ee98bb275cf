void sepia(float *rgb, int n)
{
    for (int i = 0; i < n; i++) {
        float r = rgb[3 * i], g = rgb[3 * i + 1], b = rgb[3 * i + 2];
        float nr = 0.393f * r + 0.769f * g + 0.189f * b;
        float ng = 0.349f * r + 0.686f * g + 0.168f * b;
        float nb = 0.272f * r + 0.534f * g + 0.131f * b;
        rgb[3 * i] = nr > 1.0f ? 1.0f : nr;
        rgb[3 * i + 1] = ng > 1.0f ? 1.0f : ng;
        rgb[3 * i + 2] = nb > 1.0f ? 1.0f : nb;
    }
}
