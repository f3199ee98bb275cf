void update_hy(float* hy, const float* ez, float coef, unsigned int n)
{
    for (unsigned int m = 0; m + 1 < n; m++)
        hy[m] += coef * (ez[m + 1] - ez[m]);
}
