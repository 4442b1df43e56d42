// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/family_writer.h"
#include "core/expose/name_pieces.h"

#include <QByteArray>

#include <optional>

namespace pushgate::core {

/// The text format, version 0.0.4. A metric that lacks the payload of the family's type (which no
/// consistent store has) is shown as an empty one.
/// Source  spec/exposition.md 2.
class TextWriter final : public FamilyWriter {
public:
    explicit TextWriter(Escaping escaping);

    void begin(const MetricFamily::Header& shown) override;
    void writeHead(Segments& out, qint64 metricsBytes) override;
    void writeMetrics(Segments& out, const MetricFamily& family) override;
    void writeTail(Segments& out) override;

private:
    /// The label that summaries and histograms add at the end.
    struct ExtraLabel {
        QByteArrayView opening; ///< with the opening quote: `le="`
        double value = 0;
    };
    struct NameOpening {
        Escaping escaping;
        QByteArray operator()(const QByteArray& name) const;
    };

    QByteArray sampleName(QByteArrayView suffix) const;
    void readLabels(const LabelTable::Row& row);
    void writePlainMetrics(Segments& out, const MetricFamily& family);
    void writeSummary(Segments& out, const Summary& summary);
    void writeHistogram(Segments& out, const Histogram& histogram);
    void writeSample(Segments& out, QByteArrayView name, double value,
        const std::optional<ExtraLabel>& extra = std::nullopt);

    Escaping m_escaping;
    MetricFamily::Header m_shown; ///< with the name escaped
    bool m_isNameLegacy = true;
    QByteArray m_plainName; ///< how a sample line begins: `m` or `{"m.x"`; with suffixes below
    QByteArray m_bucketName;
    QByteArray m_sumName;
    QByteArray m_countName;
    NamePieces<NameOpening> m_labelOpenings; ///< `a="` or `"a.b"="`
    QByteArray m_labels; ///< of the metric being written: `a="b",c="d"`, in the first bytes
    qsizetype m_labelsSize = 0;
    std::optional<qint64> m_timestampMs; ///< of the metric being written
};

} // namespace pushgate::core
