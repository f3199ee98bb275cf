void causal_scores(const float *q, const float *k, float *score, int seq, int dim, float scale)
{
    for (int i = 0; i < seq; i++) {
        for (int j = 0; j < seq; j++) {
            float s = -10000.0f;
            if (j <= i) {
                s = 0.0f;
                for (int d = 0; d < dim; d++)
                    s += q[i * dim + d] * k[j * dim + d];
                s *= scale;
            }
            score[i * seq + j] = s;
        }
    }
}
