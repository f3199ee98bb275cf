#include <iostream>

int factorial(int n)
{
    if (n <= 1)
        return 1;
    return n * factorial(n - 1);
}

int main()
{
    for (int i = 0; i <= 10; i += 2)
        std::cout << "factorial of " << i << " is " << factorial(i) << std::endl;
    return 0;
}
