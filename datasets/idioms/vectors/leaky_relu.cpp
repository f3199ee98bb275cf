void leaky_relu_cpu(const float *input, float *output, int n, float slope)
{
    for (int i = 0; i < n; i++) {
        output[i] = input[i] > 0 ? input[i] : slope * input[i];
    }
}
