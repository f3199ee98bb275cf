void early_exercise(float *option, const float *spot, float strike, int nodes)
{
    for (int k = 0; k < nodes; ++k) {
        float intrinsic = strike - spot[k];
        if (intrinsic > option[k])
            option[k] = intrinsic;
    }
}
