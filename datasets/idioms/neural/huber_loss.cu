__global__ void huber(const double *pred, const double *target, double *loss, double *grad, double delta, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double e = pred[i] - target[i];
        double a = fabs(e);
        if (a <= delta) {
            loss[i] = 0.5 * e * e;
            grad[i] = e;
        } else {
            loss[i] = delta * (a - 0.5 * delta);
            grad[i] = e > 0 ? delta : -delta;
        }
    }
}
