void spmv_coo(int entries, const int* rows, const int* cols, const float* value, const float* in, float* out)
{
    for (int e = 0; e < entries; ++e) {
        const int to = rows[e], from = cols[e];
        out[to] += value[e] * in[from];
    }
}
