void stream_copy(double* __restrict target, const double* __restrict origin, size_t length)
{
    for (size_t at = 0; at < length; ++at)
        target[at] = origin[at];
}
