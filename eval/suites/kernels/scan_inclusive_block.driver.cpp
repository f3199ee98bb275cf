#include <cstdio>
#include <vector>

// extent block_total: (n+255)/256
void scan_inclusive_block(const int* in, int* out, int* block_total, int n);

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
    for (int n : {1, 256, 700}) {
        auto in = numbers<int>(n, 1, -5, 10);
        std::vector<int> out(n), total((n + 255) / 256);
        scan_inclusive_block(in.data(), out.data(), total.data(), n);
        show("out", out);
        show("total", total);
    }
}
