#include <iostream>
#include <vector>

int binary_search(const std::vector<int> &v, int key)
{
    int lo = 0, hi = static_cast<int>(v.size()) - 1;
    while (lo <= hi) {
        int mid = (lo + hi) / 2;
        if (v[mid] == key)
            return mid;
        if (v[mid] < key)
            lo = mid + 1;
        else
            hi = mid - 1;
    }
    return -1;
}

int main()
{
    std::vector<int> v;
    for (int i = 1; i <= 20; i++)
        v.push_back(i * 3);
    int keys[] = {3, 30, 31, 60};
    for (int key : keys) {
        int where = binary_search(v, key);
        if (where >= 0)
            std::cout << key << " found at " << where + 1 << std::endl;
        else
            std::cout << key << " not found" << std::endl;
    }
    return 0;
}
