#include <cstdio>
#include <vector>

void julia_escape(int* steps, int h, int w, double cr, double ci, double zoom);

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
    int shapes[][2] = {{1, 1}, {12, 16}, {40, 50}};
    for (auto [h, w] : shapes) {
        std::vector<int> steps(h * w);
        julia_escape(steps.data(), h, w, -0.75, 0.125, 3.0 / w);
        show("steps", steps);
    }
}
