#include <cmath>
#include <cstdlib>
#include <iostream>

int main()
{
    const int rows = 2, cols = 3;
    float a[rows][cols], t[cols][rows];
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            a[i][j] = 10.0f * (i + 1) + (j + 1);
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            t[j][i] = a[i][j];
    for (int j = 0; j < cols; j++)
        std::cout << t[j][0] << " " << t[j][1] << std::endl;
    if (t[2][1] != 23.0f) {
        std::cout << "Error: wrong element" << std::endl;
        std::exit(1);
    }
    std::cout << "All tests passed." << std::endl;
    return 0;
}
