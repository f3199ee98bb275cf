void to_gray(const int *code, int *gray, int n)
{
    for (int i = 0; i < n; ++i)
        gray[i] = code[i] ^ (code[i] >> 1);
}
