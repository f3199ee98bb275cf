void column_means(const float *data, float *mean, int rows, int cols)
{
    for (int j = 0; j < cols; j++) {
        float sum = 0.0f;
        for (int i = 0; i < rows; i++)
            sum += data[i * cols + j];
        mean[j] = sum / rows;
    }
}
