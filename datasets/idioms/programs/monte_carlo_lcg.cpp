#include <iostream>

class Lcg {
public:
    explicit Lcg(long long seed) : state(seed) {}
    double next()
    {
        state = (1103515245LL * state + 12345LL) % 2147483648LL;
        return static_cast<double>(state) / 2147483648.0;
    }

private:
    long long state;
};

int main()
{
    Lcg rng(42);
    int inside = 0;
    const int samples = 20000;
    for (int i = 0; i < samples; i++) {
        double x = rng.next();
        double y = rng.next();
        if (x * x + y * y <= 1.0)
            inside++;
    }
    std::cout << "inside = " << inside << std::endl;
    std::cout << "pi is about " << 4.0 * inside / samples << std::endl;
    return 0;
}
