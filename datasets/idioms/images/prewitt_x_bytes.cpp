void prewitt_x(const unsigned char *src, short *grad, int rows, int cols)
{
    for (int i = 1; i < rows - 1; i++)
        for (int j = 1; j < cols - 1; j++) {
            int sum = 0;
            for (int k = -1; k <= 1; k++)
                sum += src[(i + k) * cols + j + 1] - src[(i + k) * cols + j - 1];
            grad[i * cols + j] = (short)sum;
        }
}
