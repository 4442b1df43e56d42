// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/elided_label.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::gui;

class TestElidedLabel : public QObject {
    Q_OBJECT

private slots:
    void saysInTheToolTipWhatIsCut();
    void claimsNoWidth();
};

void TestElidedLabel::saysInTheToolTipWhatIsCut()
{
    ElidedLabel label;
    label.setText(u"a_metric_with_quite_a_long_name_seconds"_s);
    label.resize(600, 20);
    const QImage whole = label.grab().toImage();
    QCOMPARE(label.toolTip(), QString());
    label.resize(60, 20);
    const QImage cut = label.grab().toImage();
    QCOMPARE(label.toolTip(), label.text());
    QVERIFY(cut != whole.copy(0, 0, 60, 20)); // in the middle, not at the end
    label.resize(600, 20);
    label.grab();
    QCOMPARE(label.toolTip(), QString());
}

void TestElidedLabel::claimsNoWidth()
{
    ElidedLabel label;
    label.setText(QString(500, u'm'));
    QCOMPARE(label.minimumSizeHint().width(), 0);
    QVERIFY(label.minimumSizeHint().height() > 0);
}

QTEST_MAIN(TestElidedLabel)
#include "tst_elided_label.moc"
