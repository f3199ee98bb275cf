double convert(int mode, double x)
{
    switch (mode) {
    case 1:
        return x * 2.54;
    case 2:
        return x / 2.54;
    case 3:
        return (x - 32.0) * 5.0 / 9.0;
    default:
        return x;
    }
}
