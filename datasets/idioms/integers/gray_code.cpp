void gray_encode(const int *binary, int *gray, int n)
{
    for (int i = 0; i < n; i++)
        gray[i] = binary[i] ^ (binary[i] >> 1);
}
