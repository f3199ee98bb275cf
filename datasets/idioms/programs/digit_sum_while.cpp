#include <iostream>

int main()
{
    int number = 98765;
    int sum = 0, digits = 0;
    int n = number;
    while (n > 0) {
        sum += n % 10;
        n /= 10;
        digits++;
    }
    std::cout << "Number: " << number << std::endl;
    std::cout << "Digits: " << digits << std::endl;
    std::cout << "Digit sum: " << sum << std::endl;
    return 0;
}
