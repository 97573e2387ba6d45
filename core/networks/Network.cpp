#include "core/networks/Network.h"

namespace core {

double Network::parameterCount() const
{
    double count = 0;
    for (const auto& parameter : parameters())
        count += double(parameter.numel());
    return count;
}

} // namespace core
