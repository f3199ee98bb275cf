#include <iostream>

double det3(const double m[3][3])
{
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
         - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
         + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
}

double trace3(const double m[3][3])
{
    return m[0][0] + m[1][1] + m[2][2];
}

int main()
{
    double m[3][3] = {{2, 0, 1}, {1, 3, 2}, {1, 1, 4}};
    std::cout << "det   = " << det3(m) << std::endl;
    std::cout << "trace = " << trace3(m) << std::endl;
    return 0;
}
