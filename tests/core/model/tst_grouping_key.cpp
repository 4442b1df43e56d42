// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/grouping_key.h"

#include <QTest>

#include <unordered_set>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestGroupingKey : public QObject {
    Q_OBJECT

private slots:
    void needsAJob_data();
    void needsAJob();
    void encodesLabelsInOrder_data();
    void encodesLabelsInOrder();
    void keepsItsLabels();
    void anEmptyInstanceIsAnotherGroup();
    void ordersByEncodedBytes();
    void hashesByContent();
    void isReadBackFromItsEncodedForm();
};

namespace {

Result<GroupingKey> keyOf(std::vector<Label> labels)
{
    auto set = Labels::from(std::move(labels));
    if (!set)
        return set.error();
    return GroupingKey::from(*std::move(set));
}

} // namespace

void TestGroupingKey::needsAJob_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("no job") << "instance"_ba
                            << "a"_ba;
    QTest::newRow("empty job") << "job"_ba
                               << ""_ba;
    QTest::newRow("job in capitals") << "JOB"_ba
                                     << "a"_ba;
}

void TestGroupingKey::needsAJob()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);

    const auto key = keyOf({{name, value}});
    QVERIFY(!key);
    QCOMPARE(key.error(), badRequest("job name is required"_ba));
}

void TestGroupingKey::encodesLabelsInOrder_data()
{
    QTest::addColumn<QByteArray>("instance");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("empty value") << ""_ba
                                 << "instance\xff\xffjob\xff"
                                    "a"_ba;
    QTest::newRow("value") << "h:1"_ba
                           << "instance\xffh:1\xffjob\xff"
                              "a"_ba;
    QTest::newRow("zero byte") << QByteArray(1, '\0')
                               << QByteArray("instance\xff\0\xffjob\xff"
                                             "a",
                                      16);
}

void TestGroupingKey::encodesLabelsInOrder()
{
    QFETCH(const QByteArray, instance);
    QFETCH(const QByteArray, encoded);

    const auto key = keyOf({{"job"_ba, "a"_ba}, {"instance"_ba, instance}});
    QVERIFY(bool(key));
    QCOMPARE(key->encoded(), encoded);
}

void TestGroupingKey::keepsItsLabels()
{
    const auto key = keyOf({{"job"_ba, "a"_ba}, {"zone"_ba, "z"_ba}});
    QVERIFY(bool(key));
    QCOMPARE(key->labels().size(), size_t(2));
    QVERIFY(key->labels().value("job") == QByteArrayView("a"));
    QVERIFY(key->labels().value("zone") == QByteArrayView("z"));
    QCOMPARE(key->encoded(),
        "job\xff"
        "a\xffzone\xffz"_ba);
}

void TestGroupingKey::anEmptyInstanceIsAnotherGroup()
{
    const auto bare = keyOf({{"job"_ba, "a"_ba}});
    const auto withInstance = keyOf({{"job"_ba, "a"_ba}, {"instance"_ba, ""_ba}});
    QVERIFY(bare && withInstance);
    QVERIFY(*bare != *withInstance);
}

void TestGroupingKey::ordersByEncodedBytes()
{
    const auto a = keyOf({{"job"_ba, "a"_ba}});
    const auto ab = keyOf({{"job"_ba, "ab"_ba}});
    const auto aWithZone = keyOf({{"job"_ba, "a"_ba}, {"zone"_ba, ""_ba}});
    const auto withInstance = keyOf({{"job"_ba, "z"_ba}, {"instance"_ba, ""_ba}});
    QVERIFY(a && ab && aWithZone && withInstance);
    QVERIFY(*withInstance < *a);
    QVERIFY(*a < *ab);
    QVERIFY(*ab < *aWithZone); // 'b' comes before the separator FF
    QVERIFY((*a <=> *a) == std::strong_ordering::equal);
}

void TestGroupingKey::hashesByContent()
{
    std::unordered_set<GroupingKey> keys;
    for (int i = 0; i < 1000; ++i) {
        const auto key = keyOf({{"job"_ba, QByteArray::number(i % 500)}});
        QVERIFY(bool(key));
        keys.insert(*key);
    }
    QCOMPARE(keys.size(), size_t(500));
}

void TestGroupingKey::isReadBackFromItsEncodedForm()
{
    const std::vector<std::vector<Label>> sets{{{"job", "a"}},
        {{"job", "a"}, {"instance", ""}, {"z", ""}}, {{"job", "\u00e4 b"}, {"x", "1"}}};
    for (const auto& labels : sets) {
        const auto key = keyOf(labels);
        QCOMPARE(labelsOfKey(key->encoded()), key->labels());
    }
}

QTEST_APPLESS_MAIN(TestGroupingKey)
#include "tst_grouping_key.moc"
