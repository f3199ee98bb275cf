void eval_cubic(const double *coef, const double *x, double *p, int n)
{
    for (int i = 0; i < n; i++) {
        double r = coef[3];
        r = r * x[i] + coef[2];
        r = r * x[i] + coef[1];
        r = r * x[i] + coef[0];
        p[i] = r;
    }
}
