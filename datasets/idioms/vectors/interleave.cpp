void interleave(const float *left, const float *right, float *stereo, int frames)
{
    for (int f = 0; f < frames; f++) {
        stereo[f * 2] = left[f];
        stereo[f * 2 + 1] = right[f];
    }
}
