#include <iostream>
#include <string>

std::string shift_text(const std::string &text, int key)
{
    std::string out = text;
    for (char &c : out) {
        if (c >= 'a' && c <= 'z')
            c = char('a' + (c - 'a' + key + 26) % 26);
        else if (c >= 'A' && c <= 'Z')
            c = char('A' + (c - 'A' + key + 26) % 26);
    }
    return out;
}

int main()
{
    std::string message = "Attack at Dawn";
    std::string secret = shift_text(message, 3);
    std::cout << secret << std::endl;
    std::cout << shift_text(secret, -3) << std::endl;
    return 0;
}
