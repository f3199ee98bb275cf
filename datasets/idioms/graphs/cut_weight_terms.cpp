void cut_terms(const int *u, const int *v, const float *w, const int *side, float *term, int num_edges)
{
    for (int tid = 0; tid < num_edges; tid++) {
        if (side[u[tid]] != side[v[tid]])
            term[tid] = w[tid];
        else
            term[tid] = 0.0f;
    }
}
