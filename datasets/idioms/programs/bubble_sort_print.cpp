#include <iostream>
#include <utility>

void bubble_sort(int a[], int n)
{
    for (int i = n - 1; i > 0; i--)
        for (int j = 0; j < i; j++)
            if (a[j] > a[j + 1])
                std::swap(a[j], a[j + 1]);
}

int main()
{
    int a[8] = {42, 7, 19, -3, 88, 0, 23, 7};
    bubble_sort(a, 8);
    std::cout << "Sorted array:";
    for (int i = 0; i < 8; i++)
        std::cout << " " << a[i];
    std::cout << std::endl;
    return 0;
}
