void relu_grad(const float *activation, float *delta, int n)
{
    for (int i = 0; i < n; i++)
        if (activation[i] <= 0)
            delta[i] = 0;
}
