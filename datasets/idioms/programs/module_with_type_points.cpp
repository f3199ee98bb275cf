#include <cmath>
#include <iostream>

struct Point {
    double x;
    double y;
};

double distance(const Point &a, const Point &b)
{
    double dx = a.x - b.x;
    double dy = a.y - b.y;
    return std::sqrt(dx * dx + dy * dy);
}

Point midpoint(const Point &a, const Point &b)
{
    return {0.5 * (a.x + b.x), 0.5 * (a.y + b.y)};
}

int main()
{
    Point p = {0.0, 0.0};
    Point q = {3.0, 4.0};
    Point m = midpoint(p, q);
    std::cout << "Distance = " << distance(p, q) << std::endl;
    std::cout << "Midpoint = " << m.x << " " << m.y << std::endl;
    return 0;
}
