"""Translate functions between C++, CUDA and Fortran, and say how far each result was checked."""

__version__ = "0.1.0"
