// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/text_parser.h"

#include "core/base/go_quote.h"
#include "core/base/number_text.h"
#include "core/parse/text_cursor.h"
#include "core/parse/text_families.h"
#include "core/parse/text_labels.h"
#include "core/parse/text_tokens.h"

#include <array>
#include <charconv>
#include <optional>

namespace pushgate::core {

namespace {

    struct TypeName {
        QByteArrayView upper;
        MetricType type = MetricType::Untyped;
    };

    constexpr std::array kTypeNames = {TypeName{"COUNTER", MetricType::Counter},
        TypeName{"GAUGE", MetricType::Gauge}, TypeName{"SUMMARY", MetricType::Summary},
        TypeName{"UNTYPED", MetricType::Untyped}, TypeName{"HISTOGRAM", MetricType::Histogram},
        TypeName{"GAUGE_HISTOGRAM", MetricType::GaugeHistogram},
        TypeName{"GAUGEHISTOGRAM", MetricType::GaugeHistogram}};

    std::optional<MetricType> typeNamed(const QByteArray& text)
    {
        const QByteArray upper = text.toUpper();
        for (const TypeName& known : kTypeNames) {
            if (known.upper == upper)
                return known.type;
        }
        return std::nullopt;
    }

    std::optional<qint64> parseTimestamp(QByteArrayView word)
    {
        if (word.startsWith('+') && !word.startsWith("+-"))
            word = word.sliced(1);
        qint64 value = 0;
        const auto [end, error] = std::from_chars(word.begin(), word.end(), value);
        if (error != std::errc() || end != word.end())
            return std::nullopt;
        return value;
    }

    /// One run over one body. Steps that return a bool say whether reading goes on; if not, the
    /// cursor knows why. Each step starts at the byte that the cursor is on.
    class TextParser {
    public:
        TextParser(DecodedBody body, NameScheme names)
            : m_cursor(std::move(body))
            , m_names(names)
        {
        }

        Result<std::vector<MetricFamily>> parse() &&;

    private:
        /// Whether the name stands before the braces or is one of the things in them.
        enum class NamePlace { BeforeBraces, InBraces };

        bool readLine();
        bool readComment();
        bool readHelp();
        bool readType();
        bool readSample();
        bool readSampleInBraces();
        bool readBraces(NamePlace place);
        bool readNameInBraces(const TextName& name);
        bool readLabel(const TextName& name);
        bool takeLabelValue(const TextName& name, QByteArrayView value);
        bool readNumberLabel(double& number, QByteArrayView label, QByteArrayView value);
        bool readValue();
        bool readTimestamp(size_t row);

        bool select(const TextName& name);
        bool selectForSample(const TextName& name);
        QByteArray familyName() const;
        bool isQuantile(const TextName& label) const;
        bool isBucketBound(const TextName& label) const;

        TextCursor m_cursor;
        NameScheme m_names;
        TextFamilies m_families;
        /// Stays from line to line: labels in braces before the name belong to what came last.
        TextFamilies::Selection m_selection;
        QByteArrayView m_selectedName; ///< empty: not to be had again so simply
        TextLabels m_labels;
        UnescapedText m_unescaped;
        bool m_hasName = false; ///< of the metric, in this line
    };

    Result<std::vector<MetricFamily>> TextParser::parse() &&
    {
        while (m_cursor.nextLine() && readLine()) { }
        if (m_cursor.failure())
            return *m_cursor.failure();
        return std::move(m_families).finish();
    }

    bool TextParser::readLine()
    {
        switch (m_cursor.byte()) {
        case '\n': return true;
        case '#': return readComment();
        case '{': return readSampleInBraces();
        default: return readSample();
        }
    }

    bool TextParser::readComment()
    {
        m_cursor.advance();
        m_cursor.skipBlanks();
        const QByteArrayView keyword = m_cursor.readWord();
        const bool isHelp = keyword == "HELP";
        if (m_cursor.atLineEnd() || !(isHelp || keyword == "TYPE")) {
            m_cursor.readRest();
            return true;
        }
        m_cursor.skipBlanks();
        const auto name = readName(m_cursor, NameKind::Metric, m_unescaped);
        if (!name)
            return false;
        if (m_cursor.atLineEnd())
            return true;
        if (!m_cursor.atBlank())
            return m_cursor.fail("invalid metric name in comment");
        if (!select(*name))
            return false;
        m_cursor.skipBlanks();
        if (m_cursor.atLineEnd())
            return true;
        return isHelp ? readHelp() : readType();
    }

    bool TextParser::readHelp()
    {
        if (m_selection.family->hasHelp())
            return m_cursor.fail("second HELP line for metric name " + goQuote(familyName()));
        auto text = readHelpText(m_cursor);
        if (!text)
            return false;
        m_selection.family->setHelp(*std::move(text));
        return true;
    }

    bool TextParser::readType()
    {
        if (m_selection.family->type())
            return m_cursor.fail("second TYPE line for metric name " + goQuote(familyName())
                + ", or TYPE reported after samples");
        const QByteArray text = m_cursor.readRest().toByteArray().replace("\\", "");
        const auto type = typeNamed(text);
        if (!type)
            return m_cursor.fail("unknown metric type " + goQuote(text));
        m_selection.family->setType(*type);
        return true;
    }

    bool TextParser::readSample()
    {
        m_labels.clear();
        m_unescaped.clear();
        const auto name = readName(m_cursor, NameKind::Metric, m_unescaped);
        if (!name)
            return false;
        if (name->bytes.isEmpty())
            return m_cursor.fail("invalid metric name");
        if (!selectForSample(*name))
            return false;
        m_cursor.skipBlanks();
        if (m_cursor.byte() == '{' && !readBraces(NamePlace::BeforeBraces))
            return false;
        return readValue();
    }

    bool TextParser::readSampleInBraces()
    {
        m_labels.clear();
        m_unescaped.clear();
        m_hasName = false;
        return readBraces(NamePlace::InBraces) && readValue();
    }

    /// From the opening brace to the first byte of the value.
    bool TextParser::readBraces(NamePlace place)
    {
        do {
            m_cursor.advance();
            m_cursor.skipBlanks();
            if (m_cursor.byte() == '}')
                break;
            const auto name = readName(m_cursor, NameKind::Label, m_unescaped);
            if (!name)
                return false;
            if (name->bytes.isEmpty())
                return m_cursor.fail("invalid label name for metric " + goQuote(familyName()));
            m_cursor.skipBlanks();
            const bool isLabel = m_cursor.byte() == '=' || place == NamePlace::BeforeBraces;
            if (!(isLabel ? readLabel(*name) : readNameInBraces(*name)))
                return false;
        } while (m_cursor.byte() == ',');

        if (place == NamePlace::InBraces && !m_hasName)
            return m_cursor.fail("invalid metric name");
        m_cursor.advance();
        m_cursor.skipBlanks();
        return true;
    }

    /// On the byte behind what must be the name of the metric, because it is no label.
    bool TextParser::readNameInBraces(const TextName& name)
    {
        if (m_hasName)
            return m_cursor.fail("multiple metric names for metric " + goQuote(familyName()));
        if (m_cursor.byte() != ',' && m_cursor.byte() != '}')
            return m_cursor.fail("unexpected end of metric name " + goQuoteByte(m_cursor.byte()));
        m_hasName = true;
        return selectForSample(name);
    }

    /// From the equals sign to the comma or brace behind the value.
    bool TextParser::readLabel(const TextName& name)
    {
        if (m_cursor.byte() != '=')
            return m_cursor.fail(
                "expected '=' after label name, found " + goQuoteByte(m_cursor.byte()));
        if (name.bytes == "__name__")
            return m_cursor.fail("label name \"__name__\" is reserved");
        if (name.form == TextName::Form::Quoted && !isValidLabelName(name.bytes, m_names))
            return m_cursor.fail("invalid label name " + goQuote(name.bytes));
        if (!isQuantile(name) && !isBucketBound(name) && !m_labels.addName(name.bytes))
            return m_cursor.fail("duplicate label names for metric " + goQuote(familyName()));
        m_cursor.advance();
        m_cursor.skipBlanks();
        if (m_cursor.byte() != '"')
            return m_cursor.fail(
                "expected '\"' at start of label value, found " + goQuoteByte(m_cursor.byte()));
        const auto value = readLabelValue(m_cursor, m_unescaped);
        if (!value || !takeLabelValue(name, *value))
            return false;
        m_cursor.advance();
        m_cursor.skipBlanks();
        if (m_cursor.byte() != ',' && m_cursor.byte() != '}')
            return m_cursor.fail("unexpected end of label value " + goQuote(*value));
        return true;
    }

    bool TextParser::takeLabelValue(const TextName& name, QByteArrayView value)
    {
        if (isQuantile(name))
            return readNumberLabel(m_labels.quantile, "quantile", value);
        if (isBucketBound(name))
            return readNumberLabel(m_labels.bucketBound, "le", value);
        m_labels.setValue(value);
        return true;
    }

    bool TextParser::readNumberLabel(double& number, QByteArrayView label, QByteArrayView value)
    {
        const auto parsed = parseGoFloat(value);
        if (!parsed)
            return m_cursor.fail("expected float as value for '" + label.toByteArray()
                + "' label, got " + goQuote(value));
        number = *parsed;
        return true;
    }

    bool TextParser::readValue()
    {
        const QByteArrayView word = m_cursor.readWord();
        const auto value = parseGoFloat(word);
        if (!value)
            return m_cursor.fail("expected float as value, got " + goQuote(word));
        const auto row = m_selection.family->addSample({m_labels, m_selection.role, *value});
        if (!row)
            return m_cursor.fail(row.error().message);
        return m_cursor.atLineEnd() || readTimestamp(*row);
    }

    bool TextParser::readTimestamp(size_t row)
    {
        m_cursor.skipBlanks();
        const QByteArrayView word = m_cursor.readWord();
        const auto timestampMs = parseTimestamp(word);
        if (!timestampMs)
            return m_cursor.fail("expected integer as timestamp, got " + goQuote(word));
        const QByteArray rest = m_cursor.readRest().toByteArray().replace("\\", "");
        if (!rest.isEmpty())
            return m_cursor.fail("spurious string after timestamp: " + goQuote(rest));
        m_selection.family->setTimestamp(row, *timestampMs);
        return true;
    }

    bool TextParser::select(const TextName& name)
    {
        const bool isBare = name.form == TextName::Form::Bare;
        if (isBare && name.bytes == m_selectedName)
            return true;
        if (!isBare && !isValidMetricName(name.bytes, m_names))
            return m_cursor.fail("invalid metric name " + goQuote(name.bytes));
        m_selection = m_families.select(name);
        m_selectedName = isBare ? name.bytes : QByteArrayView();
        return true;
    }

    bool TextParser::selectForSample(const TextName& name)
    {
        if (!select(name))
            return false;
        if (!m_selection.family->type())
            m_selection.family->setType(MetricType::Untyped);
        return true;
    }

    /// As errors show it: empty before the first name of a body.
    QByteArray TextParser::familyName() const
    {
        return m_selection.family ? m_selection.family->name() : QByteArray();
    }

    bool TextParser::isQuantile(const TextName& label) const
    {
        return m_selection.family && m_selection.family->isSummary() && label.bytes == "quantile";
    }

    bool TextParser::isBucketBound(const TextName& label) const
    {
        return m_selection.family && m_selection.family->isHistogram() && label.bytes == "le";
    }

} // namespace

Result<std::vector<MetricFamily>> parseText(DecodedBody body, NameScheme names)
{
    return TextParser(std::move(body), names).parse();
}

} // namespace pushgate::core
