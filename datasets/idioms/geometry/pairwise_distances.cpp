#include <cmath>

void pairwise_distance(const float *p, const float *q, float *dist, int np, int nq, int dim)
{
    for (int i = 0; i < np; i++)
        for (int j = 0; j < nq; j++) {
            float s = 0.0f;
            for (int d = 0; d < dim; d++) {
                float diff = p[i * dim + d] - q[j * dim + d];
                s += diff * diff;
            }
            dist[i * nq + j] = sqrtf(s);
        }
}
