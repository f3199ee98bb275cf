__global__ void window_frames(const float *audio, float *frames, int num_frames, int frame_len, int hop)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int f = blockIdx.y * blockDim.y + threadIdx.y;
    if (f >= num_frames || i >= frame_len) return;
    float w = 0.54f - 0.46f * cosf(6.2831853f * i / frame_len);
    frames[f * frame_len + i] = w * audio[f * hop + i];
}
