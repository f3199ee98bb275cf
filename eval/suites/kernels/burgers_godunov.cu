__global__ void burgers_godunov_kernel(const double* u, double* flux, int faces)
{
    for (int f = blockIdx.x * blockDim.x + threadIdx.x; f < faces; f += blockDim.x * gridDim.x) {
        const double ul = u[f], ur = u[f + 1];
        double star = 0.0;
        if (ul > ur)
            star = ul + ur > 0.0 ? ul : ur;
        else if (ul > 0.0)
            star = ul;
        else if (ur < 0.0)
            star = ur;
        flux[f] = star * star / 2.0;
    }
}
