void chroma_key(const unsigned char *rgb, unsigned char *mask, int n, int key_r, int key_g, int key_b, int tol)
{
    for (int i = 0; i < n; i++) {
        int dr = rgb[3 * i] - key_r;
        int dg = rgb[3 * i + 1] - key_g;
        int db = rgb[3 * i + 2] - key_b;
        mask[i] = dr * dr + dg * dg + db * db <= tol * tol ? 0 : 1;
    }
}
