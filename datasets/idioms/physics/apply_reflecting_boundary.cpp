void reflect_ghosts(double *q, int nx, int ny)
{
    if (nx < 4)
        return;
    for (int j = 0; j < ny; j++) {
        q[j * nx] = q[j * nx + 1];
        q[j * nx + nx - 1] = q[j * nx + nx - 2];
    }
}
