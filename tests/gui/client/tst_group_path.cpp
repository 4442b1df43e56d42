// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/percent.h"
#include "core/parse/push_path.h"
#include "gui/client/group_path.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace pushgate;

class TestGroupPath : public QObject {
    Q_OBJECT

private slots:
    void writesPaths_data();
    void writesPaths();
    void isReadBackByTheGateway();
};

namespace {

core::GroupingKey keyOf(std::vector<core::Label> labels)
{
    return *core::GroupingKey::from(*core::Labels::from(std::move(labels)));
}

} // namespace

void TestGroupPath::writesPaths_data()
{
    QTest::addColumn<std::vector<core::Label>>("labels");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char* name, std::vector<core::Label> labels, const QByteArray& path) {
        QTest::newRow(name) << std::move(labels) << path;
    };
    row("job first", {{"a", "1"}, {"job", "x"}}, "/job/x/a/1"_ba);
    row("slash", {{"job", "a/b"}}, "/job@base64/YS9i"_ba);
    row("empty", {{"job", "x"}, {"instance", ""}}, "/job/x/instance@base64/="_ba);
    row("dots would be cleaned away", {{"job", ".."}}, "/job@base64/Li4"_ba);
    row("any name", {{"job", "x"}, {"a.b", "1"}}, "/job/x/U__a_2e_b/1"_ba);
    row("umlaut", {{"job", "ä"}}, "/job@base64/w6Q"_ba);
}

void TestGroupPath::writesPaths()
{
    QFETCH(const std::vector<core::Label>, labels);
    QFETCH(const QByteArray, path);
    QCOMPARE(gui::groupPath(keyOf(labels)), path);
}

void TestGroupPath::isReadBackByTheGateway()
{
    const QByteArrayList names{"instance", "a", "b_c", "x.y", "größe"};
    const QByteArrayList values{
        "", ".", "..", "a b", "a/b", "%2F", "ä\n", "plain", "?q#f", "a+b=", "\"\\", "@base64"};
    std::mt19937 random(5);
    const auto any
        = [&](const QByteArrayList& from) { return from[qsizetype(random()) % from.size()]; };
    for (int round = 0; round < 2000; ++round) {
        std::map<QByteArray, QByteArray> drawn;
        for (int left = int(random() % 4); left > 0; --left)
            drawn[any(names)] = any(values);
        QByteArray job = any(values);
        drawn["job"] = job.isEmpty() ? "x"_ba : job;
        std::vector<core::Label> labels;
        for (const auto& [name, value] : drawn)
            labels.push_back({name, value});
        const core::GroupingKey key = keyOf(labels);

        const auto decoded = core::percentDecode(gui::groupPath(key));
        QVERIFY(decoded);
        const auto parts = core::splitPushPath(*decoded);
        QVERIFY(parts);
        const auto read = core::parsePushPath(*parts, core::NameScheme::Utf8);
        QVERIFY2(read, gui::groupPath(key).constData());
        QVERIFY2(*read == key, gui::groupPath(key).constData());
    }
}

QTEST_APPLESS_MAIN(TestGroupPath)
#include "tst_group_path.moc"
