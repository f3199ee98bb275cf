// Marks the vertex of the larger number of every edge whose ends have the same colour.
void find_conflicts(const int *xadj, const int *adjncy, const int *colour, int *conflict, int nv)
{
    for (int u = 0; u < nv; ++u) {
        conflict[u] = 0;
        for (int k = xadj[u]; k < xadj[u + 1]; ++k) {
            const int w = adjncy[k];
            if (w < u && colour[w] == colour[u])
                conflict[u] = 1;
        }
    }
}
