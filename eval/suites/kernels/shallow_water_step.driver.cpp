#include <cstdio>
#include <vector>

void shallow_water_step(const double* h, const double* hu, double* h_new, double* hu_new, double gravity, double dt_dx, int cells);

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
    for (int cells : {3, 48, 700}) {
        auto h = numbers<double>(cells, 1, 1.0, 2.0), hu = numbers<double>(cells, 2), h_new = h, hu_new = hu;
        shallow_water_step(h.data(), hu.data(), h_new.data(), hu_new.data(), 9.81, 0.05, cells);
        show("h", h_new);
        show("hu", hu_new);
    }
}
