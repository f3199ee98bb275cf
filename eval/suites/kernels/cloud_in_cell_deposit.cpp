void cloud_in_cell_deposit(const int* cell, const double* offset, double charge, double* density, int particles)
{
    for (int p = 0; p < particles; ++p) {
        double right = charge * offset[p];
        density[cell[p]] += charge - right;
        density[cell[p] + 1] += right;
    }
}
