#include "core/base/Error.h"
#include "core/project/Project.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <cstring>

/// Does numbered edits to a tagging view as a window would, for tests that kill it or take away the disk. Edit n gives item n % items
/// the answer "yes" when n / items is even, "no" when it is odd, so the state after any number of edits can be computed again.
///   prepare PROJECT         adds the concept that the edits answer
///   edit PROJECT SEED       edits until it is killed; prints "saved N." when N edits are known to be committed
///   check PROJECT N         whether the project is in the state after N edits, or after a few more that were not acknowledged
///   full PROJECT BALLAST    fills the disk, does 40 edits, frees it, tries again: are all 40 there?
namespace {

const auto viewName = QStringLiteral("v");
const auto conceptName = QStringLiteral("torture");

struct Target {
    std::vector<core::ItemId> items;
    core::ConceptId conceptId;
};

Target targetOf(const core::Project& project)
{
    const auto view = project.viewNamed(viewName);
    Target target{project.itemIds(view->id), {}};
    for (const auto& record : project.concepts(view->id))
        if (record.name == conceptName)
            target.conceptId = record.id;
    return target;
}

core::Answer answerOf(size_t number, size_t items)
{
    return number / items % 2 == 0 ? core::Answer::Yes : core::Answer::No;
}

void edit(core::Project& project, const Target& target, size_t number)
{
    const core::ItemId item = target.items[number % target.items.size()];
    project.edit(QStringLiteral("Edit %1").arg(number), [item, conceptId = target.conceptId, answer = answerOf(number, target.items.size())](core::Editor& editor) {
        editor.setAnswer({item}, conceptId, answer);
    });
}

/// Whether the project is as `count` edits leave it.
bool isAfter(const core::Project& project, const Target& target, size_t count)
{
    for (size_t place = 0; place < target.items.size(); ++place) {
        const size_t turns = count / target.items.size() + (place < count % target.items.size() ? 1 : 0);
        const auto expected = turns == 0 ? core::Answer::Unseen : answerOf((turns - 1) * target.items.size() + place, target.items.size());
        if (project.item(target.items[place])->annotation.answerFor(target.conceptId) != expected)
            return false;
    }
    return true;
}

int prepare(const QString& folder)
{
    const auto project = core::Project::open(folder);
    const auto view = project->viewNamed(viewName)->id;
    project->editAndWait(QStringLiteral("Add a concept"), [view](core::Editor& editor) { editor.addConcept(view, conceptName); });
    return 0;
}

int editUntilKilled(const QString& folder)
{
    const auto project = core::Project::open(folder);
    const Target target = targetOf(*project);
    size_t asked = 0, saved = 0;
    QObject::connect(project.get(), &core::Project::settled, project.get(), [&](core::Project::Ticket, bool isSaved) {
        if (!isSaved)
            QCoreApplication::exit(1);
        std::printf("saved %zu.\n", ++saved);
        std::fflush(stdout);
    });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, project.get(), [&] {
        if (asked < saved + 5) // some always wait, as under quick fingers
            edit(*project, target, asked++);
    });
    timer.start(0);
    return QCoreApplication::exec();
}

int check(const QString& folder, size_t acknowledged)
{
    const auto project = core::Project::open(folder);
    const Target target = targetOf(*project);
    for (size_t count = acknowledged; count <= acknowledged + 10; ++count)
        if (isAfter(*project, target, count))
            return 0;
    std::fprintf(stderr, "the project is in no state that %zu acknowledged edits, or a few more, can leave\n", acknowledged);
    return 1;
}

void fillDisk(const QString& ballast)
{
    QFile file(ballast);
    if (!file.open(QIODevice::WriteOnly))
        return;
    for (qint64 piece = 65536; piece > 0; piece /= 2) // smaller and smaller, until nothing fits
        while (file.write(QByteArray(piece, 'x')) == piece && file.flush()) { }
}

/// 40 edits on a full disk, room again, one more try: what a person did must be there.
int editOnFullDisk(const QString& folder, const QString& ballast)
{
    constexpr size_t edits = 40;
    const auto project = core::Project::open(folder);
    const Target target = targetOf(*project);
    fillDisk(ballast);
    size_t saved = 0;
    bool isFreed = false;
    const auto look = [&] {
        if (!isFreed && saved + size_t(project->pendingEditCount()) == edits) {
            std::printf("%zu saved, %d waiting: %s\n", saved, project->pendingEditCount(), qPrintable(project->pendingMessage()));
            isFreed = QFile::remove(ballast);
            project->retryPending();
        } else if (isFreed && saved == edits) {
            QCoreApplication::exit(0);
        }
    };
    QObject::connect(project.get(), &core::Project::settled, project.get(), [&](core::Project::Ticket, bool isSaved) {
        saved += isSaved ? 1 : 0;
        look();
    });
    QObject::connect(project.get(), &core::Project::pendingChanged, project.get(), look);
    QTimer::singleShot(60'000, project.get(), [] { QCoreApplication::exit(2); });
    for (size_t number = 0; number < edits; ++number)
        edit(*project, target, number);
    const int ended = QCoreApplication::exec();
    if (ended == 0 && isAfter(*project, target, edits))
        return 0;
    std::fprintf(stderr, "%zu of %zu edits were saved, %d wait\n", saved, edits, project->pendingEditCount());
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const auto is = [&](const char* word, int count) { return argc >= count && std::strcmp(argv[1], word) == 0; };
    try {
        if (is("prepare", 3))
            return prepare(QFile::decodeName(argv[2]));
        if (is("edit", 3))
            return editUntilKilled(QFile::decodeName(argv[2]));
        if (is("check", 4))
            return check(QFile::decodeName(argv[2]), size_t(std::atoll(argv[3])));
        if (is("full", 4))
            return editOnFullDisk(QFile::decodeName(argv[2]), QFile::decodeName(argv[3]));
    } catch (const core::Error& error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.message()));
        return 1;
    }
    std::fprintf(stderr, "usage: see the comment in the source\n");
    return 2;
}
