void xorshift_step(unsigned int *state, int n)
{
    for (int i = 0; i < n; i++) {
        unsigned int x = state[i];
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        state[i] = x;
    }
}
