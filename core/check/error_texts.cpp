// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/error_texts.h"

#include "core/base/go_quote.h"
#include "core/model/metric_text.h"

using namespace Qt::Literals::StringLiterals;

namespace pushgate::core {

namespace {

    /// `collected metric "NAME" { METRIC}`: how every complaint about one metric begins.
    QByteArray aboutMetric(QByteArrayView name, const Metric& metric)
    {
        QByteArray text = "collected metric "_ba + goQuote(name) + " { "_ba;
        appendMetricText(text, metric);
        return text + '}';
    }

} // namespace

QByteArray otherHelpText(const MetricFamily& family, const OwnFamily& own)
{
    return "gathered metric family "_ba + family.name() + " has help "_ba
        + goQuote(family.help().value_or(QByteArray())) + " but should have "_ba
        + goQuote(own.help);
}

QByteArray otherTypeText(const MetricFamily& family, const OwnFamily& own)
{
    return "gathered metric family "_ba + family.name() + " has type "_ba
        + upperName(family.type()).toByteArray() + " but should have "_ba
        + upperName(own.type).toByteArray();
}

QByteArray collidesWithBaseText(QByteArrayView name, QByteArrayView base, bool baseIsSummary)
{
    return "collected metric named "_ba + goQuote(name) + " collides with previously collected "_ba
        + (baseIsSummary ? "summary"_ba : "histogram"_ba) + " named "_ba + goQuote(base);
}

QByteArray collidesWithLineText(const MetricFamily& family, const SuffixRule& rule)
{
    return "collected "_ba + (rule.forSummaries ? "histogram or summary"_ba : "histogram"_ba)
        + " named "_ba + goQuote(family.name())
        + " collides with previously collected metric named "_ba
        + goQuote(rule.appended(family.name()));
}

QByteArray notOfTypeText(QByteArrayView name, const Metric& metric, MetricType type)
{
    return aboutMetric(name, metric) + " is not a "_ba + upperName(type).toByteArray();
}

QByteArray faultText(QByteArrayView name, const Metric& metric, const FaultyLabel& faulty)
{
    const QByteArray about = aboutMetric(name, metric);
    switch (faulty.fault) {
    case MetricFault::DoubledLabel:
        return about + " has two or more labels with the same name: "_ba
            + faulty.label.name.toByteArray();
    case MetricFault::InvalidLabelName:
        return about + " has a label with an invalid name: "_ba + faulty.label.name.toByteArray();
    case MetricFault::ExplicitQuantile:
        return about + " must not have an explicit \"quantile\" label"_ba;
    case MetricFault::InvalidLabelValue:
        return about + " has a label named "_ba + goQuote(faulty.label.name)
            + " whose value is not utf8: "_ba + goQuote(faulty.label.value);
    }
    Q_UNREACHABLE();
}

QByteArray duplicateText(QByteArrayView name, const Metric& metric)
{
    return aboutMetric(name, metric)
        + " was collected before with the same name and label values"_ba;
}

void ErrorList::add(QByteArray text)
{
    ++m_count;
    if (!isFull())
        m_texts.push_back(std::move(text));
}

QByteArray ErrorList::joined() const
{
    if (m_count == 1)
        return m_texts.front();
    QByteArray all
        = QByteArray::number(static_cast<qulonglong>(m_count)) + " error(s) occurred:"_ba;
    for (const QByteArray& text : m_texts)
        all += "\n* "_ba + text;
    if (m_count > m_texts.size()) {
        all += "\n* and "_ba + QByteArray::number(static_cast<qulonglong>(m_count - m_texts.size()))
            + " more"_ba;
    }
    return all;
}

} // namespace pushgate::core
