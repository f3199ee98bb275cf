void neighbour_list_energy(const double* x, const int* starts, const int* partners, double* energy, double cutoff, int atoms)
{
    for (int i = 0; i < atoms; ++i) {
        energy[i] = 0.0;
        for (int k = starts[i]; k < starts[i + 1]; ++k) {
            double r = fabs(x[i] - x[partners[k]]);
            if (r >= cutoff)
                continue;
            double stretch = 1.0 - r / cutoff;
            energy[i] += 0.5 * stretch * stretch;
        }
    }
}
