void erode_binary(const int* mask, int* eroded, int height, int width)
{
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            bool solid = true;
            for (int yy = y - 1; solid && yy <= y + 1; ++yy)
                for (int xx = x - 1; solid && xx <= x + 1; ++xx)
                    solid = yy >= 0 && yy < height && xx >= 0 && xx < width && mask[yy * width + xx] > 0;
            eroded[y * width + x] = solid;
        }
}
