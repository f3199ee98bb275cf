#include <iostream>

static int moves = 0;

void hanoi(int n, char from, char to, char via)
{
    if (n == 0)
        return;
    hanoi(n - 1, from, via, to);
    moves++;
    std::cout << "disk " << n << " from " << from << " to " << to << "\n";
    hanoi(n - 1, via, to, from);
}

int main()
{
    hanoi(3, 'A', 'C', 'B');
    std::cout << moves << " moves" << std::endl;
    return 0;
}
