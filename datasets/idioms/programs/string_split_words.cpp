#include <iostream>
#include <sstream>
#include <string>

int main()
{
    std::string line = "one two  three four";
    std::istringstream in(line);
    std::string word;
    int n = 0;
    while (in >> word) {
        n++;
        std::cout << n << ": " << word << " (" << word.size() << ")" << std::endl;
    }
    std::cout << "words: " << n << std::endl;
    return 0;
}
