#include <iostream>

bool is_prime(int n)
{
    if (n < 2) return false;
    for (int i = 2; i * i <= n; i++)
        if (n % i == 0)
            return false;
    return true;
}

int main()
{
    int found = 0;
    int candidate = 1;
    while (true) {
        candidate++;
        if (!is_prime(candidate))
            continue;
        found++;
        std::cout << candidate << std::endl;
        if (found == 10)
            break;
    }
    std::cout << "The 10th prime is " << candidate << std::endl;
    return 0;
}
