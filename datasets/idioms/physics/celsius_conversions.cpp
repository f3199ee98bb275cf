void convert_temperatures(const float *celsius, float *kelvin, float *fahrenheit, int n)
{
    for (int i = 0; i < n; i++) {
        kelvin[i] = celsius[i] + 273.15f;
        fahrenheit[i] = celsius[i] * 9.0f / 5.0f + 32.0f;
    }
}
