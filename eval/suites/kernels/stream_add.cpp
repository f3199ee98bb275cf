void stream_add(const double* a, const double* b, double* c, long count)
{
    const double* end = a + count;
    while (a != end)
        *c++ = *a++ + *b++;
}
