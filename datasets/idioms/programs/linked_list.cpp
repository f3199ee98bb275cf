#include <iostream>
#include <memory>

struct Node {
    int value;
    std::unique_ptr<Node> next;
};

int main()
{
    std::unique_ptr<Node> head;
    for (int i = 1; i <= 5; i++) {
        auto node = std::make_unique<Node>();
        node->value = 10 * i;
        node->next = std::move(head);
        head = std::move(node);
    }
    int total = 0;
    for (const Node *p = head.get(); p != nullptr; p = p->next.get()) {
        std::cout << p->value << std::endl;
        total += p->value;
    }
    std::cout << "total = " << total << std::endl;
    return 0;
}
