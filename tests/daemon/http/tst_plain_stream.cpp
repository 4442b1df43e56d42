// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/plain_stream.h"

#include <QtTest>

#include <array>
#include <sys/socket.h>
#include <unistd.h>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
using ReadState = ByteStream::Read::State;

namespace {

constexpr quint64 kTag = 42;

/// A stream, its client's end, and the poller between.
struct Pair {
    Pair()
    {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0) {
            client = Descriptor(ends[0]);
            stream = *PlainStream::over(Descriptor(ends[1]), poller, kTag);
        }
    }

    Poller poller = *Poller::open();
    Descriptor client;
    std::unique_ptr<PlainStream> stream;
};

ByteStream::Read read(ByteStream& stream)
{
    std::array<char, 16> room{};
    return stream.read(room);
}

} // namespace

class TestPlainStream : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatThereIsToRead();
    void tellsTheEndFromABreak();
    void writesWhatIsTaken();
    void awaitsWhatItIsTold();
    void isForgottenWhenItGoes();
};

void TestPlainStream::tellsWhatThereIsToRead()
{
    Pair pair;
    QVERIFY(pair.stream);
    QVERIFY(pair.poller.collect().empty());
    QCOMPARE(read(*pair.stream).bytes, 0);
    QCOMPARE(read(*pair.stream).state, ReadState::Open);
    QCOMPARE(::write(pair.client.value(), "abc", 3), 3);
    const auto ready = pair.poller.collect();
    QCOMPARE(ready.size(), size_t{1});
    QCOMPARE(ready.front().tag, kTag);
    QVERIFY(ready.front().readable && !ready.front().writable && !ready.front().broken);
    QCOMPARE(read(*pair.stream).bytes, 3);
}

void TestPlainStream::tellsTheEndFromABreak()
{
    Pair half;
    ::shutdown(half.client.value(), SHUT_WR);
    QCOMPARE(read(*half.stream).state, ReadState::Ended);
    Outbox out;
    out.append("still read"_ba);
    QCOMPARE(half.stream->write(out), ByteStream::Write::Open);
    QVERIFY(out.isEmpty());

    Pair gone;
    gone.client.close();
    out.append("not read"_ba);
    QCOMPARE(gone.stream->write(out), ByteStream::Write::Broken);
    QVERIFY(gone.poller.collect().front().broken);
}

void TestPlainStream::writesWhatIsTaken()
{
    Pair pair;
    Outbox out;
    for (int i = 0; i < 200; ++i)
        out.append(QByteArray(50'000, static_cast<char>('a' + i % 26)));
    const qint64 all = out.bytes();
    QCOMPARE(pair.stream->write(out), ByteStream::Write::Open);
    QVERIFY(out.bytes() < all && !out.isEmpty());
    QVERIFY(all - out.bytes() <= ByteStream::kBytesPerWrite);

    std::vector<char> room(100'000);
    QByteArray arrived;
    while (arrived.size() < all) {
        const ssize_t size = ::read(pair.client.value(), room.data(), room.size());
        if (size > 0)
            arrived.append(room.data(), size);
        QCOMPARE(pair.stream->write(out), ByteStream::Write::Open);
    }
    QVERIFY(out.isEmpty());
    for (int i = 0; i < 200; ++i)
        QCOMPARE(arrived[i * 50'000], static_cast<char>('a' + i % 26));
}

void TestPlainStream::awaitsWhatItIsTold()
{
    Pair pair;
    QCOMPARE(::write(pair.client.value(), "abc", 3), 3);
    pair.stream->await({.read = false, .write = false});
    QVERIFY(pair.poller.collect().empty());
    pair.stream->await({.read = false, .write = true});
    QVERIFY(pair.poller.collect().front().writable);
    pair.stream->await({.read = true, .write = false});
    QVERIFY(pair.poller.collect().front().readable);
}

void TestPlainStream::isForgottenWhenItGoes()
{
    Pair pair;
    QCOMPARE(::write(pair.client.value(), "abc", 3), 3);
    pair.stream.reset();
    QVERIFY(pair.poller.collect().empty());
    char byte = 0;
    QVERIFY(::read(pair.client.value(), &byte, 1) <= 0);
}

QTEST_APPLESS_MAIN(TestPlainStream)
#include "tst_plain_stream.moc"
