void copy_edge_rows(double *t, const int width, const int height)
{
    if (height < 2)
        return;
    for (int x = 0; x < width; x++) {
        t[x] = t[width + x];
        t[(height - 1) * width + x] = t[(height - 2) * width + x];
    }
}
