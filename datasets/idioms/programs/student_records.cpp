#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

struct Student {
    std::string name;
    int id;
    float score;
};

int main()
{
    std::vector<Student> students = {{"Maria", 101, 88.5f}, {"Jonas", 102, 92.25f}, {"Li", 103, 79.0f}};
    const Student *best = &students[0];
    for (const Student &s : students) {
        std::cout << std::left << std::setw(10) << s.name << std::right << std::setw(5) << s.id << std::fixed << std::setprecision(2) << std::setw(8) << s.score << std::endl;
        if (s.score > best->score)
            best = &s;
    }
    std::cout << "Best: " << best->name << std::endl;
    return 0;
}
