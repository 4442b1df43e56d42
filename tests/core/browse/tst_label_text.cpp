// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/label_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestLabelText : public QObject {
    Q_OBJECT

private slots:
    void writesLabels_data();
    void writesLabels();
};

void TestLabelText::writesLabels_data()
{
    QTest::addColumn<std::vector<Label>>("labels");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, std::vector<Label> labels, const QByteArray& text) {
        QTest::newRow(name) << std::move(labels) << text;
    };
    row("none", {}, "{}"_ba);
    row("job first", {{"a", "1"}, {"job", "x"}, {"z", ""}}, R"({job="x",a="1",z=""})"_ba);
    row("escapes", {{"job", "a\"b\\c\nd"}}, R"({job="a\"b\\c\nd"})"_ba);
    row("any UTF-8 as name", {{"job", "a"}, {"größe", "ü"}}, R"({job="a","größe"="ü"})"_ba);
}

void TestLabelText::writesLabels()
{
    QFETCH(const std::vector<Label>, labels);
    QFETCH(const QByteArray, text);
    QCOMPARE(labelsText(*Labels::from(labels)), text);
}

QTEST_APPLESS_MAIN(TestLabelText)
#include "tst_label_text.moc"
