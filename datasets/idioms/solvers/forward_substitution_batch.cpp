void forward_substitution(const float *L, float *B, int n, int nrhs)
{
    for (int c = 0; c < nrhs; c++) {
        for (int i = 0; i < n; i++) {
            float s = B[i * nrhs + c];
            for (int k = 0; k < i; k++)
                s -= L[i * n + k] * B[k * nrhs + c];
            B[i * nrhs + c] = s / L[i * n + i];
        }
    }
}
