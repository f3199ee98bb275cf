void safe_inverse(float *v, float eps, int size)
{
    for (int i = 0; i < size; i++) {
        if (v[i] > eps || v[i] < -eps)
            v[i] = 1.0f / v[i];
        else
            v[i] = 0.0f;
    }
}
