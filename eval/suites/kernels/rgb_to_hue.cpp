void rgb_to_hue(const unsigned char* rgb, float* hue, int pixels)
{
    for (int i = 0; i < pixels; ++i, rgb += 3) {
        int r = rgb[0], g = rgb[1], b = rgb[2];
        int high = r > g ? (r > b ? r : b) : (g > b ? g : b);
        int low = r < g ? (r < b ? r : b) : (g < b ? g : b);
        float chroma = float(high - low);
        if (high == low)
            hue[i] = 0.0f;
        else if (high == r)
            hue[i] = (g - b) / chroma + (g < b ? 6.0f : 0.0f);
        else if (high == g)
            hue[i] = (b - r) / chroma + 2.0f;
        else
            hue[i] = (r - g) / chroma + 4.0f;
    }
}
