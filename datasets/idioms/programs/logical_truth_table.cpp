#include <iostream>

int main()
{
    std::cout << std::boolalpha;
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++) {
            bool p = i == 1, q = j == 1;
            std::cout << p << " " << q << " " << (p && q) << " " << (p || q) << " " << (p != q) << std::endl;
        }
    return 0;
}
