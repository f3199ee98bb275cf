#include <cstdio>
#include <vector>

void bfs_expand(const int* first_edge, const int* head, const int* frontier, const int* seen, int* reached, int vertices);

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
    for (int vertices : {1, 60, 400}) {
        std::vector<int> first_edge(vertices + 1), frontier(vertices), seen(vertices);
        for (int v = 0; v < vertices; ++v)
            first_edge[v + 1] = first_edge[v] + 1 + v % 4;
        auto head = numbers<int>(first_edge[vertices], 1, 0, vertices);
        frontier[vertices - 1] = seen[vertices - 1] = 1;
        for (int depth = 1; depth <= 5; ++depth) {
            std::vector<int> reached(vertices);
            bfs_expand(first_edge.data(), head.data(), frontier.data(), seen.data(), reached.data(), vertices);
            for (int v = 0; v < vertices; ++v)
                if (reached[v])
                    seen[v] = depth + 1;
            frontier = reached;
        }
        show("seen", seen);
    }
}
