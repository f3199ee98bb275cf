#include <iostream>
#include <vector>

int main()
{
    const int rows = 7;
    std::vector<int> line;
    for (int r = 0; r < rows; r++) {
        line.push_back(1);
        for (int k = r - 1; k > 0; k--)
            line[k] += line[k - 1];
        for (int v : line)
            std::cout << v << " ";
        std::cout << "\n";
    }
    return 0;
}
