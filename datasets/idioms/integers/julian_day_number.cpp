void julian_day(const int *y, const int *m, const int *d, int *jdn, int count)
{
    for (int i = 0; i < count; i++) {
        int a = (14 - m[i]) / 12;
        int yy = y[i] + 4800 - a;
        int mm = m[i] + 12 * a - 3;
        jdn[i] = d[i] + (153 * mm + 2) / 5 + 365 * yy + yy / 4 - yy / 100 + yy / 400 - 32045;
    }
}
