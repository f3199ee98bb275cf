void nbody_forces(const float* position, const float* mass, float* force, int bodies, float softening)
{
    for (int a = 0; a < bodies; ++a) {
        float fx = 0.0f, fy = 0.0f, fz = 0.0f;
        for (int b = 0; b < bodies; ++b) {
            const float dx = position[3 * b] - position[3 * a];
            const float dy = position[3 * b + 1] - position[3 * a + 1];
            const float dz = position[3 * b + 2] - position[3 * a + 2];
            const float r2 = dx * dx + dy * dy + dz * dz + softening * softening;
            const float s = mass[b] / (r2 * sqrtf(r2));
            fx += s * dx;
            fy += s * dy;
            fz += s * dz;
        }
        force[3 * a] = mass[a] * fx;
        force[3 * a + 1] = mass[a] * fy;
        force[3 * a + 2] = mass[a] * fz;
    }
}
