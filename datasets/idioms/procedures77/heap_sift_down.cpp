void sift(int *ra, int l, int n)
{
    int rra = ra[l];
    int i = l;
    int j = 2 * l + 1;
    while (j < n) {
        if (j + 1 < n && ra[j] < ra[j + 1])
            j++;
        if (rra >= ra[j])
            break;
        ra[i] = ra[j];
        i = j;
        j = 2 * j + 1;
    }
    ra[i] = rra;
}
