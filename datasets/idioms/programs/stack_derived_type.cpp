#include <iostream>
#include <vector>

class Stack {
public:
    void push(int value) { items.push_back(value); }
    int pop()
    {
        int top = items.back();
        items.pop_back();
        return top;
    }
    bool empty() const { return items.empty(); }
    int size() const { return static_cast<int>(items.size()); }

private:
    std::vector<int> items;
};

int main()
{
    Stack s;
    for (int i = 1; i <= 5; i++)
        s.push(i * i);
    std::cout << "size " << s.size() << std::endl;
    while (!s.empty())
        std::cout << "popped " << s.pop() << std::endl;
    return 0;
}
