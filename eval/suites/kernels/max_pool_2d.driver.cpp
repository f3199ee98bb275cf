#include <cstdio>
#include <vector>

void max_pool_2d(const float* image, float* pooled, int maps, int out_h, int out_w, int in_w, int in_h);

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
    int shapes[][3] = {{1, 2, 2}, {3, 8, 7}, {2, 20, 31}};
    for (auto [maps, in_h, in_w] : shapes) {
        int out_h = (in_h + 1) / 2, out_w = (in_w + 1) / 2;
        auto image = numbers<float>(maps * in_h * in_w, 1);
        std::vector<float> pooled(maps * out_h * out_w);
        max_pool_2d(image.data(), pooled.data(), maps, out_h, out_w, in_w, in_h);
        show("pooled", pooled);
    }
}
