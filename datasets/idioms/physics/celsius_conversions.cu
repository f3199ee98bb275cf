__global__ void convert_temperatures(const float *celsius, float *kelvin, float *fahrenheit, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        kelvin[i] = celsius[i] + 273.15f;
        fahrenheit[i] = celsius[i] * 9.0f / 5.0f + 32.0f;
    }
}
