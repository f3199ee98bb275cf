void sqdist(const float *P, const float *Q, float *D, int np, int nq, int dim)
{
    for (int i = 0; i < np; i++) {
        for (int j = 0; j < nq; j++) {
            float d = 0.0f;
            for (int k = 0; k < dim; k++) {
                float diff = P[i * dim + k] - Q[j * dim + k];
                d += diff * diff;
            }
            D[i * nq + j] = d;
        }
    }
}
