#include <iostream>
#include <vector>

int main()
{
    const int n = 3;
    std::vector<std::vector<double>> a(n, std::vector<double>(n)), b(n, std::vector<double>(n)), c(n, std::vector<double>(n, 0.0));
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            a[i][j] = i + 1 + j + 1;
            b[i][j] = (i + 1) * (j + 1);
        }
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++)
                c[i][j] += a[i][k] * b[k][j];
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++)
            std::cout << c[i][j] << " ";
        std::cout << std::endl;
    }
    return 0;
}
