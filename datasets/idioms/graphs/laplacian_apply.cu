__global__ void graph_laplacian(int nodes, const int *start, const int *nbr, const double *x, double *lx)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < nodes) {
        double xi = x[i];
        double s = 0;
        for (int k = start[i]; k < start[i + 1]; ++k)
            s += xi - x[nbr[k]];
        lx[i] = s;
    }
}
