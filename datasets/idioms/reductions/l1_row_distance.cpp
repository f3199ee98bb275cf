#include <cmath>

void l1_to_query(const float *points, const float *query, float *dist, int n, int dim)
{
    for (int i = 0; i < n; i++) {
        dist[i] = 0.0f;
        for (int d = 0; d < dim; d++)
            dist[i] += fabs(points[i * dim + d] - query[d]);
    }
}
