#pragma once

#include "core/base/Job.h"
#include "core/dataset/Example.h"
#include "core/dataset/Model.h"
#include "core/evaluation/EvaluationReport.h"

#include <QImage>

namespace core {

class Project;

/// A picture somebody dropped on a version, and the answer. It is not added to the project.
struct TriedPicture {
    QString path;
    QImage image;        // upright, reduced when it is large; null when unreadable
    QSize size;          // of the picture itself, which the boxes speak of; empty: that of the image
    Prediction prediction;
    QString failure;     // a sentence, when unreadable
    double seconds = 0;
};

/// "Try it": predicts single pictures with a version; keeps the network loaded between drops.
class TryJob final : public Job {
    Q_OBJECT
public:
    TryJob(Project& project, VersionId version, QObject* parent = nullptr);
    ~TryJob() override;
    void predict(const QStringList& paths); // while it is at work: as soon as it is done with those before

Q_SIGNALS:
    void predicted(const core::TriedPicture& picture); // one each, in order

private:
    struct State;
    void startNext();

    std::shared_ptr<State> m_state;
};

/// Evaluates a version on a split with today's pictures and the frozen concept list.
class EvaluationJob final : public Job {
    Q_OBJECT
public:
    EvaluationJob(Project& project, QObject* parent = nullptr);
    ~EvaluationJob() override;
    void evaluate(VersionId version, Split split);

Q_SIGNALS:
    void evaluated(core::VersionId version, core::Split split, const core::EvaluationReport& report);
    void unreadable(const QStringList& sentences); // after evaluated(): pictures that were left out, one sentence each

private:
    Project& m_project;
};

} // namespace core
