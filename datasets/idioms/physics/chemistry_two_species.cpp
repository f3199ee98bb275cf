void lotka_volterra_step(float *prey, float *pred, float a, float b, float c, float d, float h, int cells)
{
    for (int i = 0; i < cells; i++) {
        float x = prey[i];
        float y = pred[i];
        prey[i] = x + h * (a * x - b * x * y);
        pred[i] = y + h * (d * x * y - c * y);
    }
}
