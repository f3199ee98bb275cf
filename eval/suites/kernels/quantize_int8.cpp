void quantize_int8(const float* weights, const float* scale, signed char* code, int rows, int per_row)
{
    for (int r = 0; r < rows; ++r)
        for (int k = 0; k < per_row; ++k) {
            float steps = weights[r * per_row + k] / scale[r];
            int whole = 0;
            if (steps >= 127.0f)
                whole = 127;
            else if (steps <= -127.0f)
                whole = -127;
            else if (steps > -127.0f)
                whole = int(steps + (steps < 0.0f ? -0.5f : 0.5f));
            code[r * per_row + k] = (signed char)whole;
        }
}
