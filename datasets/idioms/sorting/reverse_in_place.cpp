void reverse(long long *array, int length)
{
    for (int i = 0; i < length / 2; i++) {
        long long t = array[i];
        array[i] = array[length - 1 - i];
        array[length - 1 - i] = t;
    }
}
