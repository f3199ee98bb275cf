#include <iostream>

const int CAPACITY = 4;

struct Queue {
    int data[CAPACITY];
    int head = 0;
    int count = 0;
};

bool enqueue(Queue &q, int v)
{
    if (q.count == CAPACITY)
        return false;
    q.data[(q.head + q.count) % CAPACITY] = v;
    q.count++;
    return true;
}

bool dequeue(Queue &q, int &v)
{
    if (q.count == 0)
        return false;
    v = q.data[q.head];
    q.head = (q.head + 1) % CAPACITY;
    q.count--;
    return true;
}

int main()
{
    Queue q;
    int v;
    for (int i = 1; i <= 6; i++) {
        if (!enqueue(q, 11 * i)) {
            std::cout << "full at " << i << std::endl;
            dequeue(q, v);
            std::cout << "dropped " << v << std::endl;
        }
    }
    while (dequeue(q, v))
        std::cout << "got " << v << std::endl;
    return 0;
}
