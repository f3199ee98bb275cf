__global__ void normalizeVectors(double *xyz, int count)
{
    int i = threadIdx.x + blockDim.x * blockIdx.x;
    if (i < count) {
        double x = xyz[i * 3], y = xyz[i * 3 + 1], z = xyz[i * 3 + 2];
        double len = sqrt(x * x + y * y + z * z);
        if (len > 0.0) {
            xyz[i * 3] = x / len;
            xyz[i * 3 + 1] = y / len;
            xyz[i * 3 + 2] = z / len;
        }
    }
}
