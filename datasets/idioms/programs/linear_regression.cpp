#include <iostream>
#include <vector>

void fit_line(const std::vector<double> &x, const std::vector<double> &y, double &slope, double &intercept)
{
    double n = x.size();
    double sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (size_t i = 0; i < x.size(); i++) {
        sx += x[i];
        sy += y[i];
        sxx += x[i] * x[i];
        sxy += x[i] * y[i];
    }
    slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    intercept = (sy - slope * sx) / n;
}

int main()
{
    std::vector<double> x = {1, 2, 3, 4, 5, 6};
    std::vector<double> y = {2.1, 3.9, 6.2, 7.8, 10.1, 12.2};
    double slope, intercept;
    fit_line(x, y, slope, intercept);
    std::cout << "slope     = " << slope << "\n";
    std::cout << "intercept = " << intercept << "\n";
    return 0;
}
