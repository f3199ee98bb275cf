#include <cmath>
#include <iostream>

double f(double x)
{
    return x * x * x - x - 2.0;
}

int main()
{
    double a = 1.0, b = 2.0, c = 0.0;
    int iter = 0;
    do {
        c = 0.5 * (a + b);
        if (f(a) * f(c) <= 0.0)
            b = c;
        else
            a = c;
        iter++;
    } while (b - a > 1.0e-10 && iter < 100);
    std::cout << "Root: " << c << std::endl;
    std::cout << "Iterations: " << iter << std::endl;
    if (std::fabs(f(c)) < 1.0e-8)
        std::cout << "Test passed." << std::endl;
    else
        std::cout << "Test failed." << std::endl;
    return 0;
}
