// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/value_words.h"

#include "core/browse/bucket_bars.h"

#include <QCoreApplication>

namespace pushgate::gui {

namespace {

    struct Values {
        Q_DECLARE_TR_FUNCTIONS(pushgate::gui::Values)
    };

    constexpr int kMeanDigits = 4;

    struct Line {
        QString operator()(const core::PlainValue& value) const
        {
            return QString::fromUtf8(value.number);
        }
        template <typename Observed>
        QString operator()(const Observed& value) const
        {
            const QString count = QString::fromUtf8(value.count);
            const QString sum = QString::fromUtf8(value.sum);
            const auto mean = core::meanOf(value);
            return mean ? Values::tr("Count %1, sum %2, mean %3")
                              .arg(count, sum, QString::number(*mean, 'g', kMeanDigits))
                        : Values::tr("Count %1, sum %2").arg(count, sum);
        }
    };

} // namespace

QString valueText(const core::SeriesValue& value)
{
    return std::visit(Line{}, value);
}

} // namespace pushgate::gui
