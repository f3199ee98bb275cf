#include <iostream>
#include <utility>
#include <vector>

void quicksort(std::vector<double> &a, int first, int last)
{
    double pivot = a[(first + last) / 2];
    int i = first, j = last;
    while (i <= j) {
        while (a[i] < pivot) i++;
        while (pivot < a[j]) j--;
        if (i <= j) {
            std::swap(a[i], a[j]);
            i++;
            j--;
        }
    }
    if (first < j) quicksort(a, first, j);
    if (i < last) quicksort(a, i, last);
}

int main()
{
    std::vector<double> a = {3.5, -1.0, 22.0, 0.25, 7.5, 7.5, -9.75, 4.0};
    quicksort(a, 0, a.size() - 1);
    for (double v : a)
        std::cout << v << std::endl;
    return 0;
}
