#include <cmath>

void window_frames(const float *audio, float *frames, int num_frames, int frame_len, int hop)
{
    for (int f = 0; f < num_frames; f++)
        for (int i = 0; i < frame_len; i++) {
            float w = 0.54f - 0.46f * cosf(6.2831853f * i / frame_len);
            frames[f * frame_len + i] = w * audio[f * hop + i];
        }
}
