#include <cmath>
#include <functional>
#include <iostream>

double trapezoid(const std::function<double(double)> &f, double a, double b, int n)
{
    double h = (b - a) / n;
    double s = 0.5 * (f(a) + f(b));
    for (int i = 1; i < n; i++)
        s += f(a + i * h);
    return s * h;
}

double parabola(double x)
{
    return x * x;
}

double bell(double x)
{
    return std::exp(-x * x);
}

int main()
{
    std::cout << "Integral of x^2: " << trapezoid(parabola, 0.0, 3.0, 1000) << std::endl;
    std::cout << "Integral of exp(-x^2): " << trapezoid(bell, -2.0, 2.0, 1000) << std::endl;
    return 0;
}
