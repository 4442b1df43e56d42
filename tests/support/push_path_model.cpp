// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/push_path_model.h"

#include "core/base/go_quote.h"

#include <QByteArrayList>
#include <QRegularExpression>
#include <QString>

using namespace Qt::StringLiterals;
using pushgate::core::goQuote;
using pushgate::core::NameScheme;

namespace pushgate::tests {

namespace {

    struct Decoded {
        QByteArray bytes;
        qsizetype fault = -1;
    };

    /// Every prefix is given to Qt, so the fault is where the first bad one ends.
    Decoded base64(QByteArray text)
    {
        constexpr auto kOptions
            = QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors;
        while (text.endsWith('='))
            text.chop(1);
        QByteArray characters;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == '\n' || text[i] == '\r')
                continue;
            // One character alone is too few for Qt, so it is looked at beside a good one.
            const QByteArray pair = QByteArray("A") + text[i];
            const auto fits = QByteArray::fromBase64Encoding(pair, kOptions);
            if (!fits || text[i] == '=')
                return {
                    QByteArray::fromBase64(characters.first(characters.size() / 4 * 4), kOptions),
                    i};
            characters += text[i];
        }
        const qsizetype complete = characters.size() / 4 * 4;
        if (characters.size() == complete + 1)
            return {QByteArray::fromBase64(characters.first(complete), kOptions), text.size() - 1};
        return {QByteArray::fromBase64(characters, QByteArray::Base64UrlEncoding), -1};
    }

    bool isUtf8(const QByteArray& bytes)
    {
        return QString::fromUtf8(bytes).toUtf8() == bytes;
    }

    QByteArray unescaped(const QByteArray& name)
    {
        static const QRegularExpression whole(u"\\AU__(?:[^_]|__|_[0-9a-fA-F]{1,5}_)*\\z"_s,
            QRegularExpression::DotMatchesEverythingOption | QRegularExpression::DontCaptureOption);
        static const QRegularExpression part(u"__|_([0-9a-fA-F]{1,5})_"_s);
        const QString text = QString::fromLatin1(name); // byte by byte
        if (!whole.match(text).hasMatch())
            return name;
        QByteArray out;
        qsizetype at = 3;
        for (auto match = part.match(text, at); match.hasMatch(); match = part.match(text, at)) {
            out += name.mid(at, match.capturedStart() - at);
            const char32_t value = match.captured(1).toUInt(nullptr, 16);
            if (value >= 0xD800 && value <= 0xDFFF)
                return name;
            out += match.captured(1).isEmpty() ? QByteArray("_")
                                               : QStringView(QChar::fromUcs4(value)).toUtf8();
            at = match.capturedEnd();
        }
        return out + name.mid(at);
    }

    QByteArray faultOf(const Decoded& decoded)
    {
        return ": illegal base64 data at input byte " + QByteArray::number(decoded.fault);
    }

    QByteArray shown(const QMap<QByteArray, QByteArray>& labels)
    {
        QByteArrayList pairs;
        for (auto label = labels.begin(); label != labels.end(); ++label) {
            if (!isUtf8(label.value())) {
                return "error: grouping label " + goQuote(label.key())
                    + " has a value that is not valid UTF-8";
            }
            pairs += label.key() + '=' + label.value();
        }
        return pairs.join(',');
    }

} // namespace

bool PushPathModel::isName(const QByteArray& name) const
{
    static const QRegularExpression legacy(u"\\A[a-zA-Z_][a-zA-Z0-9_]*\\z"_s);
    if (m_names == NameScheme::Legacy)
        return legacy.match(QString::fromLatin1(name)).hasMatch();
    return !name.isEmpty() && isUtf8(name);
}

QByteArray PushPathModel::addLabel(
    QMap<QByteArray, QByteArray>& labels, const QByteArray& name, const QByteArray& value) const
{
    const bool hasSuffix = name.endsWith("@base64");
    const QByteArray trimmed = hasSuffix ? name.chopped(7) : name;
    const QByteArray plain = m_names == NameScheme::Utf8 ? unescaped(trimmed) : trimmed;
    if (!isName(plain) || trimmed.startsWith("__"))
        return "improper label name " + goQuote(trimmed);
    const Decoded decoded = hasSuffix ? base64(value) : Decoded{value, -1};
    if (decoded.fault >= 0) {
        return "invalid base64 encoding for label " + trimmed + '=' + goQuote(value)
            + faultOf(decoded);
    }
    labels[plain] = decoded.bytes;
    return {};
}

QByteArray PushPathModel::parse(const QByteArray& path) const
{
    const bool isBase64 = path.startsWith("/job@base64/");
    const QByteArray afterPrefix = path.mid(isBase64 ? 12 : 5);
    const QByteArray segment = afterPrefix.split('/').first();
    const QByteArray labelString = afterPrefix.mid(segment.size());
    const Decoded job = isBase64 ? base64(segment) : Decoded{segment, -1};
    if (job.fault >= 0)
        return "error: invalid base64 encoding in job name " + goQuote(job.bytes) + faultOf(job);

    QMap<QByteArray, QByteArray> labels;
    const QByteArrayList parts
        = labelString.size() > 1 ? labelString.mid(1).split('/') : QByteArrayList();
    if (parts.size() % 2 != 0)
        return "error: odd number of components in label string " + goQuote(labelString);
    for (qsizetype i = 0; i < parts.size(); i += 2) {
        const QByteArray objection = addLabel(labels, parts[i], parts[i + 1]);
        if (!objection.isEmpty())
            return "error: " + objection;
    }
    if (job.bytes.isEmpty())
        return "error: job name is required";
    labels["job"] = job.bytes;
    return shown(labels);
}

} // namespace pushgate::tests
