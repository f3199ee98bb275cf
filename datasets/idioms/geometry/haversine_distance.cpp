#include <cmath>

void haversine(const double *lat1, const double *lon1, const double *lat2, const double *lon2, double *km, int n)
{
    const double R = 6371.0;
    const double rad = 3.14159265358979323846 / 180.0;
    for (int i = 0; i < n; i++) {
        double dlat = (lat2[i] - lat1[i]) * rad;
        double dlon = (lon2[i] - lon1[i]) * rad;
        double a = sin(dlat / 2) * sin(dlat / 2) + cos(lat1[i] * rad) * cos(lat2[i] * rad) * sin(dlon / 2) * sin(dlon / 2);
        km[i] = 2.0 * R * atan2(sqrt(fabs(a)), sqrt(fabs(1.0 - a)));
    }
}
