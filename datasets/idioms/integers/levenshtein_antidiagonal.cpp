// One anti-diagonal of the table of edit distances, from the two before it.
void edit_diagonal(const int *a, const int *b, const int *prev2, const int *prev1, int *cur, int diag, int la, int lb)
{
    for (int i = 0; i <= la; i++) {
        int j = diag - i;
        if (j < 0 || j > lb) continue;
        if (i == 0 || j == 0) {
            cur[i] = diag;
            continue;
        }
        int cost = a[i - 1] == b[j - 1] ? 0 : 1;
        int best = prev2[i - 1] + cost;
        if (prev1[i - 1] + 1 < best) best = prev1[i - 1] + 1;
        if (prev1[i] + 1 < best) best = prev1[i] + 1;
        cur[i] = best;
    }
}
