// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/prepare.h"
#include "core/expose/group_body.h"
#include "core/model/metric_text.h"
#include "core/parse/protobuf_parser.h"
#include "core/store/metric_store.h"
#include "tests/support/push_text.h"
#include "tests/support/random_families.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

class TestGroupBody : public QObject {
    Q_OBJECT

    static GroupPtr onlyGroup(const MetricStore& store);
    static QByteArrayList described(const Group& group);
    NoChangeSink m_sink;

private slots:
    void isWhatWasPushed();
    void isEmptyForAGroupWithoutMetrics();
    void makesTheGroupAgain();
};

GroupPtr TestGroupBody::onlyGroup(const MetricStore& store)
{
    return store.snapshot()->groups.chunks().front()->entries.front().value;
}

/// All families with all they hold, but those that each push makes anew.
QByteArrayList TestGroupBody::described(const Group& group)
{
    QByteArrayList all;
    for (const StoredFamily& stored : group.families) {
        QByteArray text;
        appendFamilyText(text, stored.family(), ProtoText::Layout::OneLine);
        if (stored.family().name() != kPushTimeName && stored.family().metricCount() > 0)
            all.push_back(text);
    }
    return all;
}

void TestGroupBody::isWhatWasPushed()
{
    MetricStore store({}, m_sink);
    QVERIFY(pushText(store, "/job/a/x/y",
        "# HELP b Two.\n# TYPE b counter\nb{k=\"1\"} 1\nb{k=\"2\"} 2\na 0.5\n"));
    QVERIFY(!pushText(store, "/job/a/x/y", "a 1\na 1\n")); // makes a failure time
    QCOMPARE(renderGroupBody(*onlyGroup(store), {}).join(),
        "# TYPE a untyped\na{instance=\"\",job=\"a\",x=\"y\"} 0.5\n"
        "# HELP b Two.\n# TYPE b counter\n"
        "b{instance=\"\",job=\"a\",k=\"1\",x=\"y\"} 1\n"
        "b{instance=\"\",job=\"a\",k=\"2\",x=\"y\"} 2\n"_ba);
}

void TestGroupBody::isEmptyForAGroupWithoutMetrics()
{
    MetricStore store({}, m_sink);
    QVERIFY(pushText(store, "/job/a", ""));
    QVERIFY(renderGroupBody(*onlyGroup(store), {}).isEmpty());
}

void TestGroupBody::makesTheGroupAgain()
{
    RandomFamilies random(7);
    const GroupingKey key = *GroupingKey::from(*Labels::from({{"job", "a"}, {"x", "\xc3\xa9/"}}));
    // Unchecked, so that what the check would refuse (timestamps, say) is stored all the same.
    const auto pushInto = [&key](MetricStore& store, std::vector<MetricFamily> families) {
        auto push = prepare({key, PushMode::Replace, std::move(families)}, TimePoint{});
        if (push)
            (void)store.push(*std::move(push), Consistency::Unchecked);
        return !store.snapshot()->groups.empty();
    };
    int made = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<MetricFamily> families;
        for (int i = 0; i < 6; ++i)
            families.push_back(random.forProtobuf(QByteArray::number(i)));
        MetricStore store({}, m_sink);
        if (!pushInto(store, std::move(families)))
            continue;
        const GroupPtr group = onlyGroup(store);
        const QByteArray body
            = renderGroupBody(*group, {ExpositionSyntax::Delimited, Escaping::AllowUtf8}).join();
        auto parsed = parseDelimitedProtobuf({body, {}});
        QVERIFY2(bool(parsed), parsed ? "" : parsed.error().message.constData());
        MetricStore again({}, m_sink);
        QVERIFY(pushInto(again, *std::move(parsed)));
        QCOMPARE(described(*onlyGroup(again)), described(*group));
        ++made;
    }
    QVERIFY2(made > 150, QByteArray::number(made).constData());
}

QTEST_APPLESS_MAIN(TestGroupBody)
#include "tst_group_body.moc"
