#include "core/training/GraphicsCards.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibrary>
#include <QRegularExpression>
#include <QVersionNumber>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr int nvidia = 0x10de, amd = 0x1002, intel = 0x8086;

QString translated(const char* text)
{
    return QCoreApplication::translate("Devices", text);
}

/// A file of the system's; empty when it cannot be read.
QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

int hexIn(const QString& path)
{
    return textOf(path).toInt(nullptr, 16); // with the 0x
}

/// The name that the list of the PCI devices gives one; empty: there is no list, or it does not know it.
QString listedName(const QString& root, int maker, int device)
{
    QFile list;
    for (const char* path : {"usr/share/misc/pci.ids", "usr/share/hwdata/pci.ids"}) {
        list.setFileName(root + QLatin1String(path));
        if (list.open(QIODevice::ReadOnly))
            break;
    }
    const QByteArray makerLine = QByteArray::number(maker, 16).rightJustified(4, '0') + ' ', deviceLine = '\t' + QByteArray::number(device, 16).rightJustified(4, '0') + ' ';
    bool isMaker = false;
    while (list.isOpen() && !list.atEnd()) {
        const QByteArray line = list.readLine();
        if (!line.startsWith('\t'))
            isMaker = line.startsWith(makerLine);
        else if (isMaker && line.startsWith(deviceLine))
            return QString::fromUtf8(line.mid(deviceLine.size())).trimmed();
    }
    return {};
}

/// "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 …"
QString kernelDriver(const QString& root)
{
    static const QRegularExpression version(QStringLiteral("Kernel Module.*?\\s(\\d+\\.\\d+(?:\\.\\d+)?)\\s"));
    return version.match(textOf(root + QStringLiteral("proc/driver/nvidia/version"))).captured(1);
}

/// The line "Model: …" or "Device Minor: …" of what NVIDIA's driver says of a card.
QString saidByDriver(const QString& root, const QString& place, const QString& what)
{
    const auto lines = textOf(root + QStringLiteral("proc/driver/nvidia/gpus/%1/information").arg(place)).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        if (line.startsWith(what + QLatin1Char(':')))
            return line.mid(what.size() + 1).trimmed();
    }
    return {};
}

/// The file through which a program uses a card, when there is one that this person may not open.
QString closedFile(const QString& root, const QString& place)
{
    const QString number = saidByDriver(root, place, QStringLiteral("Device Minor"));
    QStringList paths{root + QStringLiteral("dev/nvidiactl")};
    if (!number.isEmpty())
        paths << root + QStringLiteral("dev/nvidia") + number;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (info.exists() && !(info.isReadable() && info.isWritable()))
            return path;
    }
    return {};
}

/// What stands on the PCI bus and draws pictures. Cards that a virtual machine makes up are no use to anybody who computes.
std::vector<GraphicsCard> cardsOnTheBus(const QString& root)
{
    std::vector<GraphicsCard> cards;
    const QString bus = root + QStringLiteral("sys/bus/pci/devices");
    for (const QString& place : QDir(bus).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString folder = bus + QLatin1Char('/') + place + QLatin1Char('/');
        const int maker = hexIn(folder + QStringLiteral("vendor")), device = hexIn(folder + QStringLiteral("device"));
        if (hexIn(folder + QStringLiteral("class")) >> 16 != 0x03 || (maker != nvidia && maker != amd && maker != intel))
            continue;
        GraphicsCard card{.maker = maker == nvidia ? GraphicsCard::Maker::Nvidia : maker == amd ? GraphicsCard::Maker::Amd : GraphicsCard::Maker::Intel, .place = place};
        if (maker == nvidia) {
            card.name = saidByDriver(root, place, QStringLiteral("Model"));
            card.driver = kernelDriver(root);
            card.closedFile = closedFile(root, place);
        }
        if (card.name.isEmpty())
            card.name = listedName(root, maker, device);
        const QString word = maker == nvidia ? QStringLiteral("NVIDIA") : maker == amd ? QStringLiteral("AMD") : QStringLiteral("Intel");
        if (card.name.isEmpty())
            card.name = translated(QT_TRANSLATE_NOOP("Devices", "%1 graphics card")).arg(word);
        else if (!card.name.startsWith(word))
            card.name = word + QLatin1Char(' ') + card.name;
        card.memory = textOf(folder + QStringLiteral("mem_info_vram_total")).toLongLong(); // AMD's driver says it
        cards.push_back(card);
    }
    return cards;
}

/// NVIDIA's management library, where its driver brought one. Its functions are few and old, and their types have not changed since 2011.
class Nvml {
public:
    Nvml() : m_library(QStringLiteral("nvidia-ml"), 1)
    {
#ifdef Q_OS_WIN
        m_library.setFileName(QStringLiteral("nvml"));
#endif
        const auto init = function<int (*)()>("nvmlInit_v2");
        m_isReady = init && init() == 0;
    }
    ~Nvml()
    {
        if (const auto shutdown = function<int (*)()>("nvmlShutdown"); shutdown && m_isReady)
            shutdown();
    }
    Nvml(const Nvml&) = delete;
    Nvml& operator=(const Nvml&) = delete;

    std::vector<GraphicsCard> cards()
    {
        std::vector<GraphicsCard> found;
        unsigned count = 0;
        const auto countOf = function<int (*)(unsigned*)>("nvmlDeviceGetCount_v2");
        const auto handleOf = function<int (*)(unsigned, void**)>("nvmlDeviceGetHandleByIndex_v2");
        const auto nameOf = function<int (*)(void*, char*, unsigned)>("nvmlDeviceGetName");
        const auto memoryOf = function<int (*)(void*, Memory*)>("nvmlDeviceGetMemoryInfo");
        const auto driverOf = function<int (*)(char*, unsigned)>("nvmlSystemGetDriverVersion");
        if (!m_isReady || !countOf || !handleOf || !nameOf || !memoryOf || !driverOf || countOf(&count) != 0)
            return found;
        std::array<char, 96> words{};
        const QString driver = driverOf(words.data(), unsigned(words.size())) == 0 ? QString::fromLatin1(words.data()) : QString();
        for (unsigned i = 0; i < count; ++i) {
            void* handle = nullptr;
            Memory memory{};
            if (handleOf(i, &handle) != 0)
                continue;
            GraphicsCard card{.driver = driver};
            if (nameOf(handle, words.data(), unsigned(words.size())) == 0)
                card.name = QString::fromLatin1(words.data());
            if (memoryOf(handle, &memory) == 0)
                card.memory = qint64(memory.total);
            found.push_back(card);
        }
        return found;
    }

private:
    struct Memory {
        unsigned long long total, free, used; // bytes
    };
    template <typename Function>
    Function function(const char* name)
    {
        return reinterpret_cast<Function>(m_library.resolve(name));
    }

    QLibrary m_library;
    bool m_isReady = false;
};

/// What NVML knows of the same cards; both go by the order of the bus. NVML alone: no files of Linux (Windows, WSL).
void addNvml(std::vector<GraphicsCard>& cards)
{
    const auto told = Nvml().cards();
    std::vector<GraphicsCard*> ours;
    for (GraphicsCard& card : cards) {
        if (card.maker == GraphicsCard::Maker::Nvidia)
            ours.push_back(&card);
    }
    if (ours.size() != told.size()) {
        if (ours.empty())
            cards.insert(cards.begin(), told.begin(), told.end());
        return;
    }
    for (size_t i = 0; i < told.size(); ++i) {
        ours[i]->memory = told[i].memory;
        ours[i]->driver = told[i].driver;
        if (!told[i].name.isEmpty())
            ours[i]->name = told[i].name;
    }
}

} // namespace

std::vector<GraphicsCard> graphicsCards(const QString& root)
{
    const QString folder = root.endsWith(QLatin1Char('/')) ? root : root + QLatin1Char('/');
    auto cards = cardsOnTheBus(folder);
    if (folder == QLatin1String("/"))
        addNvml(cards);
    std::ranges::stable_sort(cards, {}, &GraphicsCard::maker);
    return cards;
}

QString neededDriver(int cudaVersion)
{
    switch (cudaVersion / 1000) {
    case 11: return QStringLiteral("450.80.02");
    case 12: return QStringLiteral("525.60.13");
    case 13: return QStringLiteral("580.65.06");
    default: return {};
    }
}

QString whyNotUsable(const GraphicsCard& card, const CudaBuild& build)
{
    if (card.maker != GraphicsCard::Maker::Nvidia)
        return translated(QT_TRANSLATE_NOOP("Devices", "Oriel computes on NVIDIA's cards and on Apple's processors. Trainings run on the processor here; nothing else is missing."));
    if (build.version == 0)
        return translated(QT_TRANSLATE_NOOP("Devices", "This copy of Oriel was built for the processor alone: its libtorch knows no graphics cards. Trainings run on the processor, only slower. "
                                                      "To use the card, take an Oriel that was built with a CUDA libtorch."));
    const QString needed = neededDriver(build.version);
    if (card.driver.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Devices", "No driver of NVIDIA is running. Trainings run on the processor. Install driver %1 or a newer one, then start Oriel again."))
            .arg(needed.isEmpty() ? QStringLiteral("–") : needed);
    if (!needed.isEmpty() && QVersionNumber::fromString(card.driver) < QVersionNumber::fromString(needed))
        return translated(QT_TRANSLATE_NOOP("Devices", "Its driver is %1, and %2 or newer is needed. Trainings run on the processor, only slower. Update the driver, then run the self-test.")).arg(card.driver, needed);
    if (!card.closedFile.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Devices", "You may not open %1, through which programs use the card. Trainings run on the processor. Ask who looks after this computer for the "
                                                      "right to it (often the group “video” or “render”), then log in again."))
            .arg(card.closedFile);
    return translated(QT_TRANSLATE_NOOP("Devices", "Driver %1 is new enough, yet libtorch does not find the card: it may be too old for this libtorch, or hidden by the variable CUDA_VISIBLE_DEVICES. "
                                                  "Trainings run on the processor."))
        .arg(card.driver);
}

} // namespace core
