#include <iostream>
#include <string>

int main()
{
    std::string field[3] = {"17", "-250", "3"};
    int total = 0;
    for (const std::string &s : field) {
        int value = std::stoi(s);
        total += value;
    }
    std::string label = "total" + std::to_string(total);
    std::cout << label << std::endl;
    std::cout << "length " << label.size() << std::endl;
    return 0;
}
