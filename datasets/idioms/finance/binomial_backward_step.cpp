void binomial_step(const double *value, double *next, double p, double discount, int level)
{
    for (int j = 0; j < level; j++)
        next[j] = discount * (p * value[j + 1] + (1.0 - p) * value[j]);
}
