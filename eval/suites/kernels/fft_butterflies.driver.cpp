#include <cmath>
#include <cstdio>
#include <vector>

void fft_butterflies(double* re, double* im, const double* cosine, const double* sine, int half, int groups);

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
    for (int half : {1, 8, 64}) {
        int groups = 128 / half;
        auto re = numbers<double>(256, 1), im = numbers<double>(256, 2);
        std::vector<double> cosine(half), sine(half);
        for (int k = 0; k < half; ++k) {
            cosine[k] = std::cos(3.14159265358979 * k / half);
            sine[k] = std::sin(3.14159265358979 * k / half);
        }
        fft_butterflies(re.data(), im.data(), cosine.data(), sine.data(), half, groups);
        show("re", re);
        show("im", im);
    }
}
