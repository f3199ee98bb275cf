#include <cstdio>
#include <vector>

void norm2_squared(double* out, const double* vec, int dim);

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

int main()
{
    for (int dim : {1, 33, 2500}) {
        auto vec = numbers<double>(dim, 3, -4.0, 4.0);
        double out = 0.25;
        norm2_squared(&out, vec.data(), dim);
        std::printf("%d: %.6g\n", dim, out);
    }
}
