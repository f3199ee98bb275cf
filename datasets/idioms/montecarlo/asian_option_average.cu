__global__ void asian_average(const double *normals, double *average, double s0, double drift, double vol, int steps, int paths)
{
    int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p >= paths) return;
    double s = s0;
    double total = 0.0;
    for (int t = 0; t < steps; t++) {
        s *= exp(drift + vol * normals[t * paths + p] * 0.01);
        total += s;
    }
    average[p] = total / steps;
}
