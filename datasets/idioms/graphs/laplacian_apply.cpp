void graph_laplacian(int nodes, const int *start, const int *nbr, const double *x, double *lx)
{
    for (int i = 0; i < nodes; ++i) {
        double s = 0;
        for (int k = start[i]; k < start[i + 1]; ++k)
            s += x[i] - x[nbr[k]];
        lx[i] = s;
    }
}
