__global__ void metropolis(float *x, float *energy, const float *x_new, const float *e_new, const float *u, int *accepted, float beta, int chains)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c < chains) {
        float dE = e_new[c] - energy[c];
        if (dE <= 0.0f || u[c] < expf(-beta * dE)) {
            x[c] = x_new[c];
            energy[c] = e_new[c];
            accepted[c]++;
        }
    }
}
