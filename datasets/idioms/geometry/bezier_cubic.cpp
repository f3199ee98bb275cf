void bezier(const double *ctrl, double *curve, int n)
{
    for (int i = 0; i < n; i++) {
        double t = (double)i / n;
        double s = 1.0 - t;
        for (int d = 0; d < 2; d++)
            curve[2 * i + d] = s * s * s * ctrl[d] + 3.0 * s * s * t * ctrl[2 + d] + 3.0 * s * t * t * ctrl[4 + d] + t * t * t * ctrl[6 + d];
    }
}
