__global__ void decay_chain(float *parent, float *daughter, float rate_p, float rate_d, float dt, int steps, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float a = parent[i], b = daughter[i];
        for (int s = 0; s < steps; s++) {
            float da = rate_p * a * dt;
            b += da - rate_d * b * dt;
            a -= da;
        }
        parent[i] = a;
        daughter[i] = b;
    }
}
