// extent now: nx*ny
void heat_2d(int nx, int ny, float dt, float rx, float ry, const float* now, float* later)
{
    for (int x = 0; x < nx; ++x)
        for (int y = 0; y < ny; ++y) {
            const int left = x == 0 ? x : x - 1, right = x == nx - 1 ? x : x + 1;
            const int down = y == 0 ? y : y - 1, up = y == ny - 1 ? y : y + 1;
            const float mid = 2.0f * now[x * ny + y];
            const float flux = rx * (now[left * ny + y] + now[right * ny + y] - mid) + ry * (now[x * ny + down] + now[x * ny + up] - mid);
            later[x * ny + y] = now[x * ny + y] + dt * flux;
        }
}
