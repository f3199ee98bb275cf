#include <iomanip>
#include <iostream>
#include <vector>

int main()
{
    const int n = 11;
    const double r = 0.25;
    std::vector<double> t(n, 0.0), tn(n, 0.0);
    t[0] = 100.0;
    tn[0] = 100.0;
    for (int step = 0; step < 200; step++) {
        for (int i = 1; i < n - 1; i++)
            tn[i] = t[i] + r * (t[i - 1] - 2.0 * t[i] + t[i + 1]);
        t = tn;
    }
    std::cout << std::fixed << std::setprecision(3);
    for (int i = 0; i < n; i++)
        std::cout << std::setw(3) << i + 1 << std::setw(10) << t[i] << "\n";
    return 0;
}
