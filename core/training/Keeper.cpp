#include "core/training/Keeper.h"

#include "core/dataset/DecidingNumber.h"
#include "core/networks/Weights.h"

#include <QDir>

namespace core {

Keeper::Keeper(ViewType type, QString versionFolder) : m_type(type), m_folder(std::move(versionFolder)) { }

bool Keeper::offer(const torch::nn::Module& network, int epoch, std::optional<Judgement> judgement, double seconds)
{
    const auto value = judgement ? decidingValue(m_type, judgement->metrics) : std::nullopt;
    const bool isBetter = value ? !m_kept.value || *value > *m_kept.value : !m_kept.value;
    if (!isBetter)
        return false;
    writeSafetensors(QDir(m_folder).filePath(QStringLiteral("weights.safetensors")), tensorsOf(network));
    m_kept = {epoch, value, std::move(judgement), seconds};
    return true;
}

} // namespace core
