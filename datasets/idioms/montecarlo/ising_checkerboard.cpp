#include <cmath>

void ising_sweep(int *spin, const float *u, float beta, int parity, int L)
{
    for (int i = 0; i < L; i++)
        for (int j = 0; j < L; j++) {
            if (((i + j) & 1) != (parity & 1)) continue;
            if (i == 0 || j == 0 || i == L - 1 || j == L - 1) continue;
            int s = spin[i * L + j];
            int nb = spin[(i - 1) * L + j] + spin[(i + 1) * L + j] + spin[i * L + j - 1] + spin[i * L + j + 1];
            float dE = 2.0f * s * nb;
            if (dE < 0.0f || u[i * L + j] < expf(-beta * dE))
                spin[i * L + j] = -s;
        }
}
