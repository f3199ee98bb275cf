#include <iostream>
#include <string>

enum Color { red = 1, green, blue };

std::string name_of(Color c)
{
    switch (c) {
    case red: return "red";
    case green: return "green";
    case blue: return "blue";
    }
    return "?";
}

int main()
{
    Color order[4] = {blue, red, green, blue};
    for (Color c : order)
        std::cout << static_cast<int>(c) << " " << name_of(c) << std::endl;
    return 0;
}
