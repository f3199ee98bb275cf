// Stands in for the header of the same name.
#pragma once
#include "../cuda_on_cpu.hpp"
