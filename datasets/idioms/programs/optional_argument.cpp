#include <iostream>

int scaled_sum(int a, int b, int factor = 1)
{
    return factor * (a + b);
}

int main()
{
    int r1 = scaled_sum(2, 3);
    int r2 = scaled_sum(2, 3, 10);
    if (r1 == 5)
        std::cout << "Test 1 passed" << std::endl;
    else
        std::cout << "Test 1 failed" << std::endl;
    if (r2 == 50)
        std::cout << "Test 2 passed" << std::endl;
    else
        std::cout << "Test 2 failed" << std::endl;
    return 0;
}
