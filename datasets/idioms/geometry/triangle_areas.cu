__global__ void triangle_areas(const double *verts, const int *tri, double *area, int num_tri)
{
    int t = blockIdx.x * blockDim.x + threadIdx.x;
    if (t >= num_tri) return;
    const double *a = verts + 3 * tri[3 * t];
    const double *b = verts + 3 * tri[3 * t + 1];
    const double *c = verts + 3 * tri[3 * t + 2];
    double ux = b[0] - a[0], uy = b[1] - a[1], uz = b[2] - a[2];
    double vx = c[0] - a[0], vy = c[1] - a[1], vz = c[2] - a[2];
    double nx = uy * vz - uz * vy, ny = uz * vx - ux * vz, nz = ux * vy - uy * vx;
    area[t] = 0.5 * sqrt(nx * nx + ny * ny + nz * nz);
}
