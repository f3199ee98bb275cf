#include <cmath>

// Distance along a ray of unit direction to a sphere at the origin, -1 where it misses.
void ray_sphere(const float *ox, const float *oy, const float *oz, const float *dx, const float *dy, const float *dz, float radius, float *t, int rays)
{
    for (int i = 0; i < rays; i++) {
        float b = ox[i] * dx[i] + oy[i] * dy[i] + oz[i] * dz[i];
        float c = ox[i] * ox[i] + oy[i] * oy[i] + oz[i] * oz[i] - radius * radius;
        float disc = b * b - c;
        t[i] = disc < 0.0f ? -1.0f : -b - sqrtf(disc);
    }
}
