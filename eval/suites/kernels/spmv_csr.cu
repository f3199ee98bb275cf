__global__ void spmv_csr_kernel(const size_t n, const int* begins, const int* columns, const double* entries, const double* x, double* Ax)
{
    const size_t row = blockIdx.x * (size_t)blockDim.x + threadIdx.x;
    if (row < n) {
        const int stop = begins[row + 1];
        double inner = 0.0;
        for (int place = begins[row]; place < stop; ++place)
            inner += entries[place] * __ldg(&x[columns[place]]);
        Ax[row] = inner;
    }
}
