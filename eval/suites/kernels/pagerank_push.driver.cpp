#include <cstdio>
#include <vector>

void pagerank_push(const int* out_begin, const int* out_to, const double* rank, double* next, double damping, int pages);

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
    for (int pages : {1, 25, 310}) {
        std::vector<int> out_begin(pages + 1);
        for (int p = 0; p < pages; ++p)
            out_begin[p + 1] = out_begin[p] + (p * 3 + 1) % 5;
        auto out_to = numbers<int>(out_begin[pages] + 1, 1, 0, pages);
        auto rank = numbers<double>(pages, 2, 0.0, 1.0);
        std::vector<double> next(pages, 0.15);
        pagerank_push(out_begin.data(), out_to.data(), rank.data(), next.data(), 0.85, pages);
        show("next", next);
    }
}
