#include <algorithm>
#include <iostream>
#include <string>

bool is_palindrome(const std::string &s)
{
    std::string r(s.rbegin(), s.rend());
    return r == s;
}

void check(const std::string &word)
{
    if (is_palindrome(word))
        std::cout << word << " is a palindrome" << std::endl;
    else
        std::cout << word << " is not a palindrome" << std::endl;
}

int main()
{
    check("level");
    check("fortran");
    check("rotator");
    return 0;
}
