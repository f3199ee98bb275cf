#include <cstdio>
#include <vector>

void cg_update(int n, double step, const double* direction, const double* image, double* solution, double* residual, double* rho);

// Numbers that are the same on every machine, exact in single precision.
template <class T>
static std::vector<T> numbers(int count, unsigned stream, double low = -1.0, double high = 1.0)
{
    std::vector<T> made(count);
    unsigned state = 2463534242u + 7919u * stream;
    for (T& one : made) {
        state = state * 1664525u + 1013904223u;
        one = T(low + (high - low) * ((state >> 16) % 4096) / 4096.0);
    }
    return made;
}

// A sum in which signs and places count and nothing cancels, and three of the values.
template <class T>
static void show(const char* name, const std::vector<T>& values)
{
    double sum = 0.0;
    for (size_t i = 0; i < values.size(); ++i) {
        double value = double(values[i]);
        sum += (value < 0.0 ? -1.0 : 2.0) * value * double(1 + i % 7);
    }
    std::printf("%s[%zu] %.6g: %.6g %.6g %.6g\n", name, values.size(), sum, double(values.front()),
                double(values[values.size() / 2]), double(values.back()));
}

int main()
{
    for (int n : {1, 50, 1200}) {
        auto direction = numbers<double>(n, 1), image = numbers<double>(n, 2), solution = numbers<double>(n, 3), residual = numbers<double>(n, 4);
        double rho = 0.5;
        cg_update(n, 0.375, direction.data(), image.data(), solution.data(), residual.data(), &rho);
        show("solution", solution);
        show("residual", residual);
        std::printf("rho %.6g\n", rho);
    }
}
