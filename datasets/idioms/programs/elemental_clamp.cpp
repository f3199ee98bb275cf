#include <iostream>

double clamp(double x, double lo, double hi)
{
    if (x < lo) return lo;
    if (x > hi) return hi;
    return x;
}

int main()
{
    double v[5] = {-4.0, 0.5, 2.0, 9.75, 1.0};
    double total = 0.0;
    for (double &x : v) {
        x = clamp(x, 0.0, 2.5);
        total += x;
    }
    for (double x : v)
        std::cout << x << " ";
    std::cout << std::endl << "total " << total << std::endl;
    return 0;
}
