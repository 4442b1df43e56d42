// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/text_labels.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace pushgate::core;

namespace {

QByteArray key(std::initializer_list<TextLabel> given)
{
    TextLabels labels;
    for (const TextLabel& label : given) {
        labels.addName(label.name);
        labels.setValue(label.value);
    }
    QByteArray key = "what was there before";
    labels.writeKey(key);
    return key;
}

} // namespace

class TestTextLabels : public QObject {
    Q_OBJECT

private slots:
    void refusesANameTwice_data();
    void refusesANameTwice();
    void forgetsOnClear();
    void hasTheSameKeyInAnyOrder();
    void hasOtherKeysForOtherLabels();
};

void TestTextLabels::refusesANameTwice_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 15, 16, 17, 18, 1000}) // around the step from looking to hashing
        QTest::addRow("%d labels", count) << count;
}

void TestTextLabels::refusesANameTwice()
{
    QFETCH(const int, count);
    std::vector<QByteArray> names;
    for (int i = 0; i < count; ++i)
        names.push_back('l' + QByteArray::number(i));
    TextLabels labels;
    for (const QByteArray& name : names)
        QVERIFY(labels.addName(name));

    for (const QByteArray& name : names)
        QVERIFY(!labels.addName(name));
    QCOMPARE(std::distance(labels.begin(), labels.end()), count);
    QVERIFY(labels.addName("another"));
}

void TestTextLabels::forgetsOnClear()
{
    TextLabels labels;
    for (int round = 0; round < 3; ++round) {
        std::vector<QByteArray> names;
        for (int i = 0; i < 40; ++i)
            names.push_back(QByteArray::number(i));
        for (const QByteArray& name : names)
            QVERIFY(labels.addName(name));
        labels.quantile = 0.5;
        labels.bucketBound = 1;
        labels.clear();
        QVERIFY(labels.begin() == labels.end());
        QVERIFY(std::isnan(labels.quantile));
        QVERIFY(std::isnan(labels.bucketBound));
    }
}

void TestTextLabels::hasTheSameKeyInAnyOrder()
{
    QCOMPARE(key({{"b", "1"}, {"a", "2"}, {"c", ""}}), key({{"c", ""}, {"b", "1"}, {"a", "2"}}));
    QCOMPARE(key({}), QByteArray());
}

void TestTextLabels::hasOtherKeysForOtherLabels()
{
    const std::vector<QByteArray> keys = {key({}), key({{"a", ""}}), key({{"a", "b"}}),
        key({{"ab", ""}}), key({{"a", "b"}, {"c", "d"}}), key({{"a", "bc"}, {"d", ""}}),
        key({{"a", "d"}, {"c", "b"}})};
    for (size_t i = 0; i < keys.size(); ++i) {
        for (size_t j = 0; j < i; ++j)
            QVERIFY2(keys[i] != keys[j], keys[i].constData());
    }
}

QTEST_APPLESS_MAIN(TestTextLabels)
#include "tst_text_labels.moc"
