void life_torus(const unsigned char* now, unsigned char* later, int rows, int cols)
{
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < cols; ++c) {
            int alive = 0;
            for (int k = 0; k < 9; ++k) {
                int y = (r + k / 3 + rows - 1) % rows, x = (c + k % 3 + cols - 1) % cols;
                if (k != 4)
                    alive += now[y * cols + x] & 1;
            }
            later[r * cols + c] = alive == 3 || (alive == 2 && (now[r * cols + c] & 1));
        }
}
