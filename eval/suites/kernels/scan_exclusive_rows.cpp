void scan_exclusive_rows(float* table, int lines, int length)
{
    for (int l = 0; l < lines; ++l) {
        float before = 0.0f;
        for (float* cell = table + l * length; cell != table + (l + 1) * length; ++cell) {
            const float own = *cell;
            *cell = before;
            before += own;
        }
    }
}
