#include <cstdio>
#include <vector>

void neighbour_list_energy(const double* x, const int* starts, const int* partners, double* energy, double cutoff, int atoms);

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
    for (int atoms : {1, 30, 260}) {
        std::vector<int> starts(atoms + 1);
        for (int i = 0; i < atoms; ++i)
            starts[i + 1] = starts[i] + 3 + i % 6;
        auto partners = numbers<int>(starts[atoms], 1, 0, atoms);
        auto x = numbers<double>(atoms, 2, 0.0, 3.0);
        std::vector<double> energy(atoms);
        neighbour_list_energy(x.data(), starts.data(), partners.data(), energy.data(), 1.25, atoms);
        show("energy", energy);
    }
}
