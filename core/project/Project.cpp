#include "core/project/Project.h"
