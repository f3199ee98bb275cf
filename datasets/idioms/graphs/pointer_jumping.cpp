void shortcut(const int* parent, int* jumped, unsigned n)
{
    for (unsigned v = 0; v < n; v++) {
        int p = parent[v];
        int gp = parent[p];
        jumped[v] = p != gp ? gp : p;
    }
}
