#include <cstdio>
#include <vector>

void merge_by_rank(const int* left, int m, const int* right, int n, int* rank);

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
    int shapes[][2] = {{1, 1}, {10, 4}, {90, 130}};
    for (auto [m, n] : shapes) {
        std::vector<int> left(m), right(n), rank(m + n);
        for (int i = 0; i < m; ++i)
            left[i] = i * 5 / 3;
        for (int i = 0; i < n; ++i)
            right[i] = i * 4 / 5 + 2;
        merge_by_rank(left.data(), m, right.data(), n, rank.data());
        show("rank", rank);
    }
}
