#include <cstdio>
#include <vector>

void conv2d_channels(const float* in, const float* weight, const float* bias, float* out, int in_c, int out_c, int h, int w);

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
    int shapes[][4] = {{1, 1, 1, 1}, {2, 3, 5, 4}, {4, 2, 12, 17}};
    for (auto [in_c, out_c, h, w] : shapes) {
        auto in = numbers<float>(in_c * (h + 2) * (w + 2), 1, 0.0, 1.0), weight = numbers<float>(out_c * in_c * 9, 2), bias = numbers<float>(out_c, 3);
        std::vector<float> out(out_c * h * w);
        conv2d_channels(in.data(), weight.data(), bias.data(), out.data(), in_c, out_c, h, w);
        show("out", out);
    }
}
