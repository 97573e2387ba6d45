#include "core/storage/Editor.h"
