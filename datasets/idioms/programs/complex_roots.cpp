#include <cmath>
#include <complex>
#include <iostream>

int main()
{
    const double pi = std::acos(-1.0);
    const int n = 4;
    std::complex<double> sum(0.0, 0.0);
    for (int k = 0; k < n; k++) {
        std::complex<double> z = std::polar(1.0, 2.0 * pi * k / n + 0.5);
        sum += z * z;
        std::cout << k << " " << z.real() << " " << z.imag() << " " << std::abs(z) << std::endl;
    }
    std::cout << "closed: " << (std::abs(sum) < 1.0e-12 ? "yes" : "no") << std::endl;
    return 0;
}
