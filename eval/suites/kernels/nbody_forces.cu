__global__ void nbody_forces_kernel(const float* position, const float* mass, float* force, int bodies, float softening)
{
    int a = blockIdx.x * blockDim.x + threadIdx.x;
    if (a >= bodies)
        return;
    const float x = position[3 * a], y = position[3 * a + 1], z = position[3 * a + 2];
    float3 sum = make_float3(0.0f, 0.0f, 0.0f);
    for (int b = 0; b < bodies; ++b) {
        const float dx = position[3 * b] - x, dy = position[3 * b + 1] - y, dz = position[3 * b + 2] - z;
        const float r2 = dx * dx + dy * dy + dz * dz + softening * softening;
        const float s = mass[b] / (r2 * sqrtf(r2));
        sum.x += s * dx;
        sum.y += s * dy;
        sum.z += s * dz;
    }
    force[3 * a] = mass[a] * sum.x;
    force[3 * a + 1] = mass[a] * sum.y;
    force[3 * a + 2] = mass[a] * sum.z;
}
