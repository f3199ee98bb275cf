void pcm_to_float(const short *pcm, float *samples, float gain, int num_samples)
{
    for (int s = 0; s < num_samples; s++)
        samples[s] = gain * ((float)pcm[s] / 32768.0f);
}
