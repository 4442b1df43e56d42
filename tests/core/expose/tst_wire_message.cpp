// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/wire_message.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

using Write = std::function<void(WireMessage&)>;

class TestWireMessage : public QObject {
    Q_OBJECT

private slots:
    void writesFields_data();
    void writesFields();
    void nests_data();
    void nests();
    void startsAnew();
};

void TestWireMessage::writesFields_data()
{
    QTest::addColumn<Write>("write");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char* name, const Write& write, const QByteArray& hex) {
        QTest::newRow(name) << write << hex;
    };
    row(
        "bytes", [](auto& m) { m.bytesField(1, "ab"); }, "0a026162");
    row(
        "no bytes", [](auto& m) { m.bytesField(2, ""); }, "1200");
    row(
        "long bytes", [](auto& m) { m.bytesField(2, QByteArray(200, '\0')); },
        "12c801" + QByteArray(400, '0'));
    row(
        "high number", [](auto& m) { m.bytesField(16, "a"); }, "82010161");
    row(
        "double", [](auto& m) { m.doubleField(1, 1.0); }, "09000000000000f03f");
    row(
        "negative zero", [](auto& m) { m.doubleField(2, -0.0); }, "110000000000000080");
    row(
        "absent double", [](auto& m) { m.doubleField(1, {}); }, "");
    row(
        "zero", [](auto& m) { m.integerField(1, std::optional(0)); }, "0800");
    row(
        "two bytes", [](auto& m) { m.integerField(1, std::optional(300U)); }, "08ac02");
    row(
        "largest",
        [](auto& m) { m.integerField(3, std::optional(std::numeric_limits<quint64>::max())); },
        "18ffffffffffffffffff01");
    row(
        "negative int32", [](auto& m) { m.integerField(2, std::optional<qint32>(-1)); },
        "10ffffffffffffffffff01");
    row(
        "absent integer", [](auto& m) { m.integerField(2, std::optional<qint64>()); }, "");
    row(
        "zigzag zero", [](auto& m) { m.zigzagField(1, 0); }, "0800");
    row(
        "zigzag negative", [](auto& m) { m.zigzagField(1, -2); }, "0803");
    row(
        "zigzag positive", [](auto& m) { m.zigzagField(1, 2); }, "0804");
    row(
        "zigzag least", [](auto& m) { m.zigzagField(1, std::numeric_limits<qint64>::min()); },
        "08ffffffffffffffffff01");
    row(
        "zigzag most", [](auto& m) { m.zigzagField(1, std::numeric_limits<qint64>::max()); },
        "08feffffffffffffffff01");
    row(
        "absent zigzag", [](auto& m) { m.zigzagField(1, {}); }, "");
    row(
        "raw", [](auto& m) { m.append("\x01\x02"); }, "0102");
}

void TestWireMessage::writesFields()
{
    QFETCH(const Write, write);
    QFETCH(const QByteArray, hex);
    WireMessage message;
    write(message);
    QCOMPARE(message.bytes().toHex(), hex);
}

void TestWireMessage::nests_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 125, 126, 127, 128, 16'380, 16'390, 100'000})
        QTest::addRow("%lld", qlonglong(size)) << size;
}

void TestWireMessage::nests()
{
    QFETCH(const qsizetype, size);
    const QByteArray content(size, 'x');
    const auto field = [](const char* tag, const QByteArray& bytes) {
        QByteArray wire(tag);
        appendVarint(wire, quint64(bytes.size()));
        return wire + bytes;
    };

    WireMessage message;
    message.bytesField(1, "before");
    const qsizetype outer = message.open(2);
    const qsizetype inner = message.open(3);
    message.bytesField(4, content);
    message.close(inner);
    message.bytesField(5, "between");
    message.close(outer);
    message.bytesField(6, "after");

    const QByteArray nested = field("\x1a", field("\x22", content)) + field("\x2a", "between");
    QCOMPARE(
        message.bytes(), field("\x0a", "before") + field("\x12", nested) + field("\x32", "after"));
}

void TestWireMessage::startsAnew()
{
    WireMessage message;
    message.bytesField(1, "a");
    message.clear();
    QVERIFY(message.bytes().isEmpty());
    message.close(message.open(1));
    QCOMPARE(message.bytes(), QByteArray("\x0a\0", 2));
}

QTEST_APPLESS_MAIN(TestWireMessage)
#include "tst_wire_message.moc"
