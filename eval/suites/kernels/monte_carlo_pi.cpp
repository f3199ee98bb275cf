void monte_carlo_pi(const unsigned int* seeds, int streams, int draws, unsigned long long* inside)
{
    for (int s = 0; s < streams; ++s) {
        unsigned int state = seeds[s];
        unsigned int hits = 0;
        for (int d = 0; d < draws; ++d) {
            state = state * 1664525u + 1013904223u;
            float x = (state >> 8) * (1.0f / 16777216.0f);
            state = state * 1664525u + 1013904223u;
            float y = (state >> 8) * (1.0f / 16777216.0f);
            if (x * x + y * y < 1.0f)
                ++hits;
        }
        *inside += hits;
    }
}
