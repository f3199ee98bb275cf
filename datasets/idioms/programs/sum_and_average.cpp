#include <iostream>
#include <vector>

int main()
{
    std::vector<float> grades = {78.5f, 91.0f, 64.25f, 88.75f, 70.0f};
    float total = 0.0f;
    for (float g : grades)
        total += g;
    std::cout << "Number of grades: " << grades.size() << std::endl;
    std::cout << "Sum: " << total << std::endl;
    std::cout << "Average: " << total / grades.size() << std::endl;
    return 0;
}
