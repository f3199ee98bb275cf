void days_in_year(const int *year, int *days, int n)
{
    for (int i = 0; i < n; i++) {
        int y = year[i];
        bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
        days[i] = leap ? 366 : 365;
    }
}
