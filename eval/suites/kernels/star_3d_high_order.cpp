void star_3d_high_order(const float* u, float* lap, const float* coefficient, int depth, int height, int width)
{
    int sy = width, sz = width * height;
    for (int z = 2; z < depth - 2; ++z)
        for (int y = 2; y < height - 2; ++y)
            for (int x = 2; x < width - 2; ++x) {
                int at = z * sz + y * sy + x;
                float value = 3.0f * coefficient[0] * u[at];
                for (int r = 1; r <= 2; ++r)
                    value += coefficient[r] * (u[at - r] + u[at + r] + u[at - r * sy] + u[at + r * sy] + u[at - r * sz] + u[at + r * sz]);
                lap[at] = value;
            }
}
