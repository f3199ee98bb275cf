__global__ void ray_sphere(const float *ox, const float *oy, const float *oz, const float *dx, const float *dy, const float *dz, float radius, float *t, int rays)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= rays) return;
    float b = ox[i] * dx[i] + oy[i] * dy[i] + oz[i] * dz[i];
    float c = ox[i] * ox[i] + oy[i] * oy[i] + oz[i] * oz[i] - radius * radius;
    float disc = b * b - c;
    t[i] = disc < 0.0f ? -1.0f : -b - sqrtf(disc);
}
