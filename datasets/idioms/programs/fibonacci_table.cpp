#include <iomanip>
#include <iostream>
#include <vector>

int main()
{
    const int n = 15;
    std::vector<long> fib(n);
    fib[0] = 0;
    fib[1] = 1;
    for (int i = 2; i < n; i++)
        fib[i] = fib[i - 1] + fib[i - 2];
    for (int i = 0; i < n; i++)
        std::cout << std::setw(4) << i << std::setw(8) << fib[i] << "\n";
    return 0;
}
