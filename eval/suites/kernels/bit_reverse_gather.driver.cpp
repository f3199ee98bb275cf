#include <cstdio>
#include <vector>

// extent in: size
void bit_reverse_gather(const float* in, float* out, int bits, int size);

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
    for (int bits : {0, 3, 8}) {
        auto in = numbers<float>(1 << bits, 1);
        std::vector<float> out(1 << bits);
        bit_reverse_gather(in.data(), out.data(), bits, 1 << bits);
        show("out", out);
    }
}
