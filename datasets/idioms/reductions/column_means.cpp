void colMeans(const double *X, double *mu, int n, int p)
{
    for (int j = 0; j < p; j++) {
        mu[j] = 0.0;
        for (int i = 0; i < n; i++)
            mu[j] += X[i * p + j];
        mu[j] /= n;
    }
}
