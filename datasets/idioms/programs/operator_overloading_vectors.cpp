#include <iostream>

struct Vec {
    double x, y, z;
};

Vec operator+(const Vec &a, const Vec &b)
{
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}

double operator*(const Vec &a, const Vec &b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

int main()
{
    Vec u{1.0, 2.0, 3.0}, v{4.0, -5.0, 6.0};
    Vec w = u + v;
    std::cout << w.x << " " << w.y << " " << w.z << std::endl;
    std::cout << u * v << std::endl;
    return 0;
}
