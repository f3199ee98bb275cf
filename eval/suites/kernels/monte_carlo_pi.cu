__global__ void monte_carlo_pi_kernel(const unsigned int* seeds, int streams, int draws, unsigned long long* inside)
{
    const int s = blockIdx.x * blockDim.x + threadIdx.x;
    if (s >= streams)
        return;
    unsigned int state = seeds[s];
    unsigned long long hits = 0;
    for (int d = 0; d < draws; ++d) {
        state = state * 1664525u + 1013904223u;
        const float x = (state >> 8) * (1.0f / 16777216.0f);
        state = state * 1664525u + 1013904223u;
        const float y = (state >> 8) * (1.0f / 16777216.0f);
        hits += x * x + y * y < 1.0f;
    }
    atomicAdd(inside, hits);
}
