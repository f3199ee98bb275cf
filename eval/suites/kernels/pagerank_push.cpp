void pagerank_push(const int* out_begin, const int* out_to, const double* rank, double* next, double damping, int pages)
{
    for (int p = 0; p < pages; ++p) {
        const int links = out_begin[p + 1] - out_begin[p];
        for (int l = 0; l < links; ++l)
            next[out_to[out_begin[p] + l]] += damping * rank[p] / links;
    }
}
