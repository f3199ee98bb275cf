void points_in_polygon(const float *px, const float *py, const float *vx, const float *vy, int *inside, int nverts, int npts)
{
    for (int k = 0; k < npts; k++) {
        int c = 0;
        for (int i = 0, j = nverts - 1; i < nverts; j = i++) {
            if ((vy[i] > py[k]) != (vy[j] > py[k]) && px[k] < (vx[j] - vx[i]) * (py[k] - vy[i]) / (vy[j] - vy[i]) + vx[i])
                c = !c;
        }
        inside[k] = c;
    }
}
