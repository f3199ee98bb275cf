#include <iostream>

void derivative(const double y[2], double dy[2])
{
    dy[0] = y[1];
    dy[1] = -4.0 * y[0];
}

void rk4_step(double y[2], double h)
{
    double k1[2], k2[2], k3[2], k4[2], t[2];
    derivative(y, k1);
    for (int i = 0; i < 2; i++) t[i] = y[i] + 0.5 * h * k1[i];
    derivative(t, k2);
    for (int i = 0; i < 2; i++) t[i] = y[i] + 0.5 * h * k2[i];
    derivative(t, k3);
    for (int i = 0; i < 2; i++) t[i] = y[i] + h * k3[i];
    derivative(t, k4);
    for (int i = 0; i < 2; i++) y[i] += h / 6.0 * (k1[i] + 2.0 * k2[i] + 2.0 * k3[i] + k4[i]);
}

int main()
{
    double y[2] = {1.0, 0.0};
    double h = 0.05;
    for (int step = 1; step <= 40; step++) {
        rk4_step(y, h);
        if (step % 10 == 0)
            std::cout << step * h << " " << y[0] << " " << y[1] << "\n";
    }
    return 0;
}
