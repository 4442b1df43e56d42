// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/group_body.h"

#include "core/expose/family_writer.h"

namespace pushgate::core {

QList<QByteArray> renderGroupBody(const Group& group, ExpositionFormat format)
{
    const auto writer = makeFamilyWriter(format);
    Segments out;
    Segments metrics;
    for (const StoredFamily& stored : group.families) {
        const MetricFamily& family = stored.family();
        if (family.metricCount() == 0 || family.name() == kPushTimeName
            || family.name() == kFailureTimeName)
            continue;
        writer->begin(family.header());
        writer->writeMetrics(metrics, family);
        writer->writeHead(out, metrics.size());
        out.append(metrics);
        writer->writeTail(out);
    }
    return out.take();
}

} // namespace pushgate::core
