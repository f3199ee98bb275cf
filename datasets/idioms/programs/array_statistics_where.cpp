#include <algorithm>
#include <iostream>

int main()
{
    int a[6] = {4, -2, 7, -9, 0, 3};
    int positive = 0;
    for (int i = 0; i < 6; i++) {
        if (a[i] < 0)
            a[i] = 0;
        if (a[i] > 0)
            positive++;
    }
    int *hi = std::max_element(a, a + 6);
    std::cout << "clipped:";
    for (int v : a)
        std::cout << ' ' << v;
    std::cout << '\n';
    std::cout << "largest " << *hi << " at position " << (hi - a) + 1 << '\n';
    std::cout << "positive " << positive << '\n';
    return 0;
}
