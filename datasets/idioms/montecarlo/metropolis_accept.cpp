#include <cmath>

void metropolis(float *x, float *energy, const float *x_new, const float *e_new, const float *u, int *accepted, float beta, int chains)
{
    for (int c = 0; c < chains; c++) {
        float dE = e_new[c] - energy[c];
        if (dE <= 0.0f || u[c] < expf(-beta * dE)) {
            x[c] = x_new[c];
            energy[c] = e_new[c];
            accepted[c]++;
        }
    }
}
