void shortest_paths_via(float* distance, const float* to_hub, const float* from_hub, int nodes)
{
    for (int to = 0; to < nodes; ++to)
        for (int from = 0; from < nodes; ++from) {
            const float detour = to_hub[from] + from_hub[to];
            float& direct = distance[from * nodes + to];
            if (detour < direct)
                direct = detour;
        }
}
