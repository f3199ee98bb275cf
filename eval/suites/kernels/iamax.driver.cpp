#include <cstdio>
#include <vector>

void iamax(int n, const float* x, int* where);

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
    for (int n : {1, 90, 700, 2048}) {
        auto x = numbers<float>(n, n, -100.0, 100.0);
        int where = -1;
        iamax(n, x.data(), &where);
        std::printf("%d: %d %.6g\n", n, where, double(x[where]));
    }
}
