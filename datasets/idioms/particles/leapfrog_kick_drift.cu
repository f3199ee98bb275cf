__global__ void leapfrog(float *pos, float *vel, const float *acc, float dt, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        for (int d = 0; d < 3; d++) {
            vel[3 * i + d] += dt * acc[3 * i + d];
            pos[3 * i + d] += dt * vel[3 * i + d];
        }
    }
}
