#include <iostream>
#include <string>

int main()
{
    const std::string text = "the quick brown fox jumps over the lazy dog";
    const std::string vowels = "aeiou";
    int counts[5] = {0, 0, 0, 0, 0};
    for (char ch : text) {
        std::size_t k = vowels.find(ch);
        if (k != std::string::npos)
            counts[k]++;
    }
    for (int k = 0; k < 5; k++)
        std::cout << vowels[k] << ": " << counts[k] << std::endl;
    std::cout << "length: " << text.length() << std::endl;
    return 0;
}
