#include <cstdio>
#include <vector>

void gemm(int M, int N, int K, float alpha, const float* A, const float* B, float beta, float* C);

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
    int shapes[][3] = {{1, 1, 1}, {4, 9, 6}, {33, 20, 17}};
    for (auto [M, N, K] : shapes) {
        auto A = numbers<float>(M * K, 1), B = numbers<float>(K * N, 2), C = numbers<float>(M * N, 3, 1.0, 3.0);
        gemm(M, N, K, 0.5f, A.data(), B.data(), 2.0f, C.data());
        show("C", C);
    }
}
