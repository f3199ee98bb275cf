void select_by_mask(const int *mask, const float *yes, const float *no, float *res, int n)
{
    for (int i = 0; i < n; i++)
        res[i] = mask[i] ? yes[i] : no[i];
}
