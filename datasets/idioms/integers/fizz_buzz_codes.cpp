void fizz_buzz(int *code, int n)
{
    for (int i = 0; i < n; i++) {
        int k = i + 1;
        if (k % 15 == 0)
            code[i] = 3;
        else if (k % 5 == 0)
            code[i] = 2;
        else if (k % 3 == 0)
            code[i] = 1;
        else
            code[i] = 0;
    }
}
