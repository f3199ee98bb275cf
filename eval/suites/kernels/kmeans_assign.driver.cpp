#include <cstdio>
#include <vector>

void kmeans_assign(int points, int clusters, int dims, const float* data, const float* centre, int* label);

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
    int shapes[][3] = {{1, 1, 1}, {40, 3, 2}, {300, 8, 5}};
    for (auto [points, clusters, dims] : shapes) {
        auto data = numbers<float>(points * dims, 1), centre = numbers<float>(clusters * dims, 2);
        std::vector<int> label(points);
        kmeans_assign(points, clusters, dims, data.data(), centre.data(), label.data());
        show("label", label);
    }
}
