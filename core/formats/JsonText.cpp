#include "core/formats/JsonText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace core {

QByteArray jsonText(const QString& words)
{
    const QByteArray array = QJsonDocument(QJsonArray{words}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray jsonNumber(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

QByteArray jsonId(const QString& id)
{
    if (id.isEmpty())
        return "null";
    const QByteArray wrapped = '[' + id.toUtf8() + ']';
    const bool isJson = QJsonDocument::fromJson(wrapped).array().size() == 1;
    return isJson ? id.toUtf8() : jsonText(id);
}

} // namespace core
