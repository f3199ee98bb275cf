double tabint(int n, const double *xt, const double *yt, double x)
{
    if (x <= xt[0])
        return yt[0];
    for (int i = 1; i < n; i++) {
        if (x < xt[i])
            return yt[i - 1] + (x - xt[i - 1]) * (yt[i] - yt[i - 1]) / (xt[i] - xt[i - 1]);
    }
    return yt[n > 0 ? n - 1 : 0];
}
