#include "ui/support/ItemText.h"

#include "core/project/Project.h"
#include "ui/support/Numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui {

QString nameOf(core::Split split)
{
    switch (split) {
    case core::Split::Train: return QCoreApplication::translate("ui::ItemText", "Training");
    case core::Split::Validation: return QCoreApplication::translate("ui::ItemText", "Validation");
    case core::Split::Test: return QCoreApplication::translate("ui::ItemText", "Test");
    case core::Split::Unassigned: break;
    }
    return QCoreApplication::translate("ui::ItemText", "Unassigned");
}

QString letterOf(core::Split split)
{
    switch (split) {
    case core::Split::Train: return QCoreApplication::translate("ui::ItemText", "T", "one letter for Training");
    case core::Split::Validation: return QCoreApplication::translate("ui::ItemText", "V", "one letter for Validation");
    case core::Split::Test: return QCoreApplication::translate("ui::ItemText", "E", "one letter for Test");
    case core::Split::Unassigned: break;
    }
    return {};
}

QString nameOf(core::ItemState state)
{
    switch (state) {
    case core::ItemState::Partly: return QCoreApplication::translate("ui::ItemText", "partly annotated");
    case core::ItemState::Annotated: return QCoreApplication::translate("ui::ItemText", "annotated");
    case core::ItemState::WithoutConcept: return QCoreApplication::translate("ui::ItemText", "without concept");
    case core::ItemState::Unseen: break;
    }
    return QCoreApplication::translate("ui::ItemText", "not annotated");
}

QString nameOf(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Tagging: return QCoreApplication::translate("ui::ItemText", "tagging");
    case core::ViewType::Detection: return QCoreApplication::translate("ui::ItemText", "detection");
    case core::ViewType::Classification: break;
    }
    return QCoreApplication::translate("ui::ItemText", "classification");
}

const char* iconOf(core::ViewType type)
{
    switch (type) {
    case core::ViewType::Tagging: return "tags";
    case core::ViewType::Detection: return "box";
    case core::ViewType::Classification: break;
    }
    return "concepts";
}

QString nameOf(core::Health health)
{
    switch (health) {
    case core::Health::Missing: return QCoreApplication::translate("ui::ItemText", "missing");
    case core::Health::Changed: return QCoreApplication::translate("ui::ItemText", "changed");
    case core::Health::Truncated: return QCoreApplication::translate("ui::ItemText", "cut off");
    case core::Health::Undecodable: return QCoreApplication::translate("ui::ItemText", "not readable");
    case core::Health::Odd: return QCoreApplication::translate("ui::ItemText", "odd");
    case core::Health::Good: break;
    }
    return QCoreApplication::translate("ui::ItemText", "good");
}

QString sentenceOf(core::Health health)
{
    switch (health) {
    case core::Health::Missing: return QCoreApplication::translate("ui::ItemText", "The file is not where it was. Its annotations are kept.");
    case core::Health::Changed: return QCoreApplication::translate("ui::ItemText", "The file is another one than at the import. It is not trained on until you say whether it is the same picture.");
    case core::Health::Truncated: return QCoreApplication::translate("ui::ItemText", "The file ends too early; only a part of the picture can be seen. It is not trained on until you accept it.");
    case core::Health::Undecodable: return QCoreApplication::translate("ui::ItemText", "The file cannot be read as a picture. Its annotations are kept.");
    case core::Health::Odd: return QCoreApplication::translate("ui::ItemText", "This picture is unlike the others of its source, perhaps a placeholder. It is not trained on until you accept it.");
    case core::Health::Good: break;
    }
    return {};
}

QString annotatedText(const core::ViewSummary& summary)
{
    if (summary.items == 0)
        return QCoreApplication::translate("ui::ItemText", "no images");
    const auto partly = [&summary](const char* words) { return QCoreApplication::translate("ui::ItemText", words, nullptr, summary.partly); };
    if (summary.annotated == 0 && summary.partly > 0)
        return partly(QT_TRANSLATE_N_NOOP("ui::ItemText", "%Ln partly annotated"));
    // Rounded down: 100 % means all of them, and only "none" is 0 %.
    const double share = std::floor(100.0 * summary.annotated / summary.items) / 100;
    const QString done = summary.annotated > 0 && share == 0 ? QCoreApplication::translate("ui::ItemText", "%Ln annotated", nullptr, summary.annotated)
                                                             //: %1: percent
                                                             : QCoreApplication::translate("ui::ItemText", "%1 annotated").arg(percent(share, 0));
    //: %1: how many are annotated, in words
    return summary.partly == 0 ? done : partly(QT_TRANSLATE_N_NOOP("ui::ItemText", "%1, %Ln partly")).arg(done);
}

std::vector<AnswerCount> answersOf(const core::ItemAnnotation& annotation)
{
    std::vector<AnswerCount> answers;
    const auto add = [&answers](core::ConceptId id) {
        const auto found = std::find_if(answers.begin(), answers.end(), [id](const AnswerCount& answer) { return answer.conceptId == id; });
        if (found == answers.end())
            answers.push_back({id, 1});
        else
            ++found->count;
    };
    for (const core::Label& label : annotation.labels) {
        if (label.yes)
            add(label.conceptId);
    }
    for (const core::BoxRecord& box : annotation.boxes)
        add(box.conceptId);
    return answers;
}

} // namespace ui
