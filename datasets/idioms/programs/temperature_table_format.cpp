#include <cstdio>

int main()
{
    std::printf("%10s%12s\n", "Celsius", "Fahrenheit");
    for (int c = -10; c <= 40; c += 10) {
        float f = c * 1.8f + 32.0f;
        std::printf("%10d%12.2f\n", c, f);
    }
    return 0;
}
