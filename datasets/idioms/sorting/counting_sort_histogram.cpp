#define NUM_KEYS 16

void key_histogram(const unsigned int *key, int *bin, unsigned int n)
{
    for (unsigned int i = 0; i < n; i++)
        bin[key[i] % NUM_KEYS] += 1;
}
