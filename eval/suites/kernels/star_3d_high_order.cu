__global__ void star_3d_high_order_kernel(const float* u, float* lap, const float* coefficient, int depth, int height, int width)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x + 2;
    int y = blockIdx.y * blockDim.y + threadIdx.y + 2;
    int sy = width, sz = width * height;
    if (x >= width - 2 || y >= height - 2)
        return;
    // Each thread walks up a column.
    for (int z = 2; z < depth - 2; ++z) {
        int at = z * sz + y * sy + x;
        float value = 3.0f * coefficient[0] * u[at];
        for (int r = 1; r <= 2; ++r)
            value += coefficient[r] * (u[at - r] + u[at + r] + u[at - r * sy] + u[at + r * sy] + u[at - r * sz] + u[at + r * sz]);
        lap[at] = value;
    }
}
