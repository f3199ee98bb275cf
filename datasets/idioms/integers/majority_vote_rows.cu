__global__ void majority(const int *votes, int *winner, int voters, int items)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < items) {
        int yes = 0;
        for (int v = 0; v < voters; v++)
            if (votes[v * items + i] > 0)
                ++yes;
        winner[i] = 2 * yes > voters ? 1 : 0;
    }
}
