// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a persistence file holds, reading it ends, and hands over no more bytes than the file
// has; what is read can be written and read again.
#include "daemon/persist/gob_store_reader.h"
#include "daemon/persist/gob_time.h"
#include "tests/fuzz/property.h"

#include <QBuffer>

using namespace pushgate::core;
using namespace pushgate::daemon;
using pushgate::tests::require;

namespace {

qsizetype sizeOf(const GobGroup& group)
{
    qsizetype size = group.key.size();
    for (const Label& label : group.labels)
        size += label.name.size() + label.value.size();
    for (const GobFamily& family : group.families)
        size += family.name.size() + family.time.size() + family.message.size();
    return size;
}

void checkTime(const QByteArray& bytes)
{
    const auto time = timeFromGo(bytes);
    if (!time)
        return;
    const auto again = timeFromGo(timeToGo(*time));
    require(again && *again == *time, "a time is written as it is read");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    QByteArray bytes = pushgate::tests::viewOf(data, size).toByteArray();
    QBuffer device(&bytes);
    require(device.open(QIODevice::ReadOnly), "a buffer opens");
    qsizetype handedOver = 0;
    const Status status = readGobStore(device, [&handedOver](const GobGroup& group) {
        handedOver += sizeOf(group);
        for (const GobFamily& family : group.families)
            checkTime(family.time);
        return ok();
    });
    require(handedOver <= bytes.size(), "nothing is made up");
    if (!status)
        require(status.error().kind == Error::Kind::BadRequest, "only the bytes are to blame");
    return 0;
}
