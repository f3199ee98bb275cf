void to_digits(const int *numbers, int *digits, int base, int width, int n)
{
    if (base < 2) return;
    for (int i = 0; i < n; i++) {
        int v = numbers[i] < 0 ? -numbers[i] : numbers[i];
        for (int k = width - 1; k >= 0; k--) {
            digits[i * width + k] = v % base;
            v /= base;
        }
    }
}
