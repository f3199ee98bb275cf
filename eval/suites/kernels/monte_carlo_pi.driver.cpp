#include <cstdio>
#include <vector>

void monte_carlo_pi(const unsigned int* seeds, int streams, int draws, unsigned long long* inside);

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

int main()
{
    for (int streams : {1, 20, 200}) {
        auto seeds = numbers<unsigned int>(streams, 1, 0, 4000000000.0);
        unsigned long long inside = 0;
        monte_carlo_pi(seeds.data(), streams, 100, &inside);
        std::printf("%d: %llu\n", streams, inside);
    }
}
