#include <cmath>
#include <iostream>
#include <utility>

const int N = 3;

bool solve(double a[N][N], double b[N], double x[N])
{
    for (int k = 0; k < N; k++) {
        int p = k;
        for (int i = k + 1; i < N; i++)
            if (std::fabs(a[i][k]) > std::fabs(a[p][k]))
                p = i;
        if (a[p][k] == 0.0)
            return false;
        for (int j = 0; j < N; j++)
            std::swap(a[k][j], a[p][j]);
        std::swap(b[k], b[p]);
        for (int i = k + 1; i < N; i++) {
            double m = a[i][k] / a[k][k];
            for (int j = k; j < N; j++)
                a[i][j] -= m * a[k][j];
            b[i] -= m * b[k];
        }
    }
    for (int i = N - 1; i >= 0; i--) {
        double s = b[i];
        for (int j = i + 1; j < N; j++)
            s -= a[i][j] * x[j];
        x[i] = s / a[i][i];
    }
    return true;
}

int main()
{
    double a[N][N] = {{2, 1, -1}, {-3, -1, 2}, {-2, 1, 2}};
    double b[N] = {8, -11, -3};
    double x[N];
    if (solve(a, b, x)) {
        for (int i = 0; i < N; i++)
            std::cout << "x(" << i + 1 << ") = " << x[i] << std::endl;
    } else {
        std::cout << "singular matrix" << std::endl;
    }
    return 0;
}
