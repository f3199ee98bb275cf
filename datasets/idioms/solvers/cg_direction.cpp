void cg_direction(float* p, const float* r, float rho_new, float rho_old, int num)
{
    const float beta = rho_new / rho_old;
    for (int i = 0; i < num; i++)
        p[i] = r[i] + beta * p[i];
}
