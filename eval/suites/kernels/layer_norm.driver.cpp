#include <cstdio>
#include <vector>

void layer_norm(const float* x, const float* gain, const float* shift, float* y, int tokens, int width, float epsilon);

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
    int shapes[][2] = {{1, 2}, {5, 16}, {20, 150}};
    for (auto [tokens, width] : shapes) {
        auto x = numbers<float>(tokens * width, 1), gain = numbers<float>(width, 2, 0.5, 1.5), shift = numbers<float>(width, 3, 2.0, 3.0);
        std::vector<float> y(tokens * width);
        layer_norm(x.data(), gain.data(), shift.data(), y.data(), tokens, width, 1e-3f);
        show("y", y);
    }
}
