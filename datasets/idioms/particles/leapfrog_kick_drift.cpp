void leapfrog(float *pos, float *vel, const float *acc, float dt, int n)
{
    for (int i = 0; i < 3 * n; i++) {
        vel[i] += dt * acc[i];
        pos[i] += dt * vel[i];
    }
}
