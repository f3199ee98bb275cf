#include <cmath>

void to_decibel(const float *amplitude, float *db, float floor_db, int n)
{
    for (int i = 0; i < n; i++) {
        float level = floor_db;
        if (amplitude[i] > 1e-6f)
            level = 20.0f * log10f(amplitude[i]);
        db[i] = level;
    }
}
