#include <iostream>

int maximum(int a, int b)
{
    return a > b ? a : b;
}

double maximum(double a, double b)
{
    return a > b ? a : b;
}

int main()
{
    std::cout << maximum(3, 8) << std::endl;
    std::cout << maximum(2.5, -1.25) << std::endl;
    return 0;
}
