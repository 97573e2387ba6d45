#include "core/training/Keeper.h"

#include "core/networks/Weights.h"

#include <QDir>

namespace core {

Keeper::Keeper(ViewType type, QString versionFolder, const QElapsedTimer& clock) : m_type(type), m_folder(std::move(versionFolder)), m_clock(clock) { }

bool Keeper::offer(const torch::nn::Module& network, int epoch, const std::optional<Judgement>& judgement)
{
    std::optional<double> value;
    if (judgement)
        value = m_type == ViewType::Classification ? judgement->scores.accuracy : judgement->scores.map;
    const bool isFirst = !hasWeights(), isBetter = value && (!m_value || *value > *m_value);
    if (judgement && !isFirst && !isBetter)
        return false;
    writeSafetensors(QDir(m_folder).filePath(QStringLiteral("weights.safetensors")), tensorsOf(network));
    m_bestEpoch = epoch;
    m_value = value;
    m_judgement = judgement;
    m_seconds = double(m_clock.nsecsElapsed()) * 1e-9;
    return true;
}

void Keeper::saveLast(const torch::nn::Module& network) const
{
    writeSafetensors(QDir(m_folder).filePath(QStringLiteral("last.safetensors")), tensorsOf(network));
}

} // namespace core
