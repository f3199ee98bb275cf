#include <cstdio>
#include <vector>

void dot_product(const float* u, const float* v, int n, double* result);

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
    for (int n : {1, 77, 3000}) {
        auto u = numbers<float>(n, 1, 0.0, 2.0), v = numbers<float>(n, 2, 0.5, 1.0);
        double result = -1.0;
        dot_product(u.data(), v.data(), n, &result);
        std::printf("%d: %.6g\n", n, result);
    }
}
