void gray_scott(const float *U, const float *V, float *Un, float *Vn, float Du, float Dv, float F, float k, int w, int h)
{
    for (int y = 1; y < h - 1; y++)
        for (int x = 1; x < w - 1; x++) {
            int p = y * w + x;
            float lu = U[p - 1] + U[p + 1] + U[p - w] + U[p + w] - 4.0f * U[p];
            float lv = V[p - 1] + V[p + 1] + V[p - w] + V[p + w] - 4.0f * V[p];
            float uvv = U[p] * V[p] * V[p];
            Un[p] = U[p] + Du * lu - uvv + F * (1.0f - U[p]);
            Vn[p] = V[p] + Dv * lv + uvv - (F + k) * V[p];
        }
}
