void median_filter_3x3(int rows, int cols, const int* noisy, int* clean)
{
    for (int r = 1; r < rows - 1; ++r)
        for (int c = 1; c < cols - 1; ++c) {
            int window[9], filled = 0;
            for (int dr = -1; dr <= 1; ++dr)
                for (int dc = -1; dc <= 1; ++dc) {
                    int value = noisy[(r + dr) * cols + c + dc];
                    int slot = filled++;
                    while (slot > 0 && window[slot - 1] > value) {
                        window[slot] = window[slot - 1];
                        --slot;
                    }
                    window[slot] = value;
                }
            clean[r * cols + c] = window[4];
        }
}
