void to_upper(char *text, int len)
{
    for (int i = 0; i < len; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            text[i] = text[i] - 'a' + 'A';
}
