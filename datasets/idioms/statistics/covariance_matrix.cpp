void covariance(const double *X, const double *mu, double *C, int nobs, int nvar)
{
    for (int i = 0; i < nvar; i++) {
        for (int j = 0; j < nvar; j++) {
            double s = 0.0;
            for (int k = 0; k < nobs; k++)
                s += (X[k * nvar + i] - mu[i]) * (X[k * nvar + j] - mu[j]);
            C[i * nvar + j] = s / nobs;
        }
    }
}
