void heat_step(const float *u, float *u_next, float alpha, float dt, float dx, int n)
{
    float r = alpha * dt / (dx * dx);
    for (int i = 1; i < n - 1; i++)
        u_next[i] = u[i] + r * (u[i + 1] - 2.0f * u[i] + u[i - 1]);
}
