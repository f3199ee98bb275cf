#include <iomanip>
#include <iostream>
#include <string>

struct Account {
    std::string owner;
    double balance = 0.0;
};

void deposit(Account &acc, double amount)
{
    acc.balance += amount;
}

bool withdraw(Account &acc, double amount)
{
    if (amount > acc.balance)
        return false;
    acc.balance -= amount;
    return true;
}

int main()
{
    Account acc;
    acc.owner = "Ada";
    deposit(acc, 150.0);
    deposit(acc, 49.5);
    std::cout << std::fixed << std::setprecision(2);
    if (withdraw(acc, 500.0))
        std::cout << "Withdrawal accepted" << std::endl;
    else
        std::cout << "Withdrawal refused" << std::endl;
    withdraw(acc, 99.5);
    std::cout << acc.owner << " has " << acc.balance << std::endl;
    return 0;
}
