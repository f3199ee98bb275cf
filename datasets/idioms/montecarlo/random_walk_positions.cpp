void random_walk(const int *steps, int *pos, int walkers, int length)
{
    for (int w = 0; w < walkers; w++) {
        int x = 0;
        for (int t = 0; t < length; t++)
            x += (steps[w * length + t] & 1) ? 1 : -1;
        pos[w] = x;
    }
}
