#include <iostream>
#include <string>

std::string day_kind(int day)
{
    switch (day) {
    case 1:
    case 7:
        return "weekend";
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
        return "weekday";
    default:
        return "unknown";
    }
}

int main()
{
    for (int d = 0; d <= 8; d++)
        std::cout << d << " " << day_kind(d) << std::endl;
    return 0;
}
