#include <cmath>
#include <cstdio>

double newton_sqrt(double a, double tol, int &iterations)
{
    double x = a;
    iterations = 0;
    while (std::fabs(x * x - a) > tol) {
        x = 0.5 * (x + a / x);
        iterations++;
    }
    return x;
}

int main()
{
    int its;
    double r = newton_sqrt(2.0, 1.0e-12, its);
    std::printf("root = %12.8f after %d iterations\n", r, its);
    r = newton_sqrt(144.0, 1.0e-12, its);
    std::printf("root = %12.8f after %d iterations\n", r, its);
    return 0;
}
