void gauss_seidel_red_black(float* u, const float* f, int rows, int cols, int colour, float omega)
{
    for (int i = 1; i + 1 < rows; ++i)
        for (int j = 1; j + 1 < cols; ++j) {
            if (((i + j) & 1) != (colour & 1))
                continue;
            float* centre = &u[i * cols + j];
            float wanted = 0.25f * (centre[-cols] + centre[cols] + centre[-1] + centre[1] + f[i * cols + j]);
            *centre += omega * (wanted - *centre);
        }
}
