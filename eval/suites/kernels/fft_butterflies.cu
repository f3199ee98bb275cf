__global__ void fft_butterflies_kernel(double* re, double* im, const double* cosine, const double* sine, int half, int groups)
{
    const int t = blockIdx.x * blockDim.x + threadIdx.x;
    if (t >= half * groups)
        return;
    const int g = t / half, k = t % half;
    const int top = g * 2 * half + k, low = top + half;
    const double tr = cosine[k] * re[low] + sine[k] * im[low];
    const double ti = cosine[k] * im[low] - sine[k] * re[low];
    re[low] = re[top] - tr;
    im[low] = im[top] - ti;
    re[top] += tr;
    im[top] += ti;
}
