void burgers_godunov(const double* u, double* flux, int faces)
{
    for (int f = 0; f < faces; ++f) {
        const double ul = u[f], ur = u[f + 1];
        double star;
        if (ul > ur)
            star = ul + ur > 0.0 ? ul : ur;
        else if (ul > 0.0)
            star = ul;
        else if (ur < 0.0)
            star = ur;
        else
            star = 0.0;
        flux[f] = star * star / 2.0;
    }
}
