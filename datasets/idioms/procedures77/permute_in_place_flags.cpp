void cyclelen(int n, const int *perm, int *length)
{
    for (int i = 0; i < n; i++) {
        int k = perm[i];
        int steps = 1;
        while (k != i && k >= 0 && k < n && steps < n) {
            k = perm[k];
            steps++;
        }
        length[i] = k == i ? steps : -steps;
    }
}
