#include <iostream>

int divisor_sum(int n)
{
    int s = 0;
    for (int d = 1; d <= n / 2; d++)
        if (n % d == 0)
            s += d;
    return s;
}

int main()
{
    int perfect = 0, abundant = 0, deficient = 0;
    for (int n = 1; n <= 500; n++) {
        int s = divisor_sum(n);
        if (s == n) {
            std::cout << n << " is perfect" << std::endl;
            perfect++;
        } else if (s > n) {
            abundant++;
        } else {
            deficient++;
        }
    }
    std::cout << perfect << " " << abundant << " " << deficient << std::endl;
    return 0;
}
