#include <iostream>

int gcd(int a, int b)
{
    while (b != 0) {
        int r = a % b;
        a = b;
        b = r;
    }
    return a;
}

int lcm(int a, int b)
{
    return a / gcd(a, b) * b;
}

int main()
{
    int pairs[3][2] = {{12, 18}, {35, 64}, {100, 75}};
    for (auto &p : pairs)
        std::cout << "gcd = " << gcd(p[0], p[1]) << ", lcm = " << lcm(p[0], p[1]) << std::endl;
    return 0;
}
