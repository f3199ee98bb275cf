void julia_escape(int* steps, int h, int w, double cr, double ci, double zoom)
{
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x) {
            double re = (x - 0.5 * w) * zoom, im = (y - 0.5 * h) * zoom;
            int k = 0;
            for (; k < 40; ++k) {
                double re2 = re * re, im2 = im * im;
                if (re2 + im2 > 4.0)
                    break;
                im = 2.0 * re * im + ci;
                re = re2 - im2 + cr;
            }
            steps[y * w + x] = k;
        }
}
