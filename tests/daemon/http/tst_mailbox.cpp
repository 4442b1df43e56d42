// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/mailbox.h"

#include <QtTest>

#include <poll.h>
#include <thread>

using namespace pushgate::daemon;

namespace {

bool isReadable(const Mailbox& mailbox)
{
    pollfd one{mailbox.descriptor(), POLLIN, 0};
    return ::poll(&one, 1, 0) == 1;
}

} // namespace

class TestMailbox : public QObject {
    Q_OBJECT
private slots:
    void ringsWhileLettersWait();
    void keepsTheOrder();
    void dropsWhatComesTooLate();
    void takesLettersFromManyThreads();
};

void TestMailbox::ringsWhileLettersWait()
{
    const auto mailbox = *Mailbox::open();
    QVERIFY(!isReadable(*mailbox));
    mailbox->post(Drain{});
    mailbox->post(Abandon{});
    QVERIFY(isReadable(*mailbox));
    QCOMPARE(mailbox->collect().size(), size_t{2});
    QVERIFY(!isReadable(*mailbox));
    QVERIFY(mailbox->collect().empty());
    mailbox->post(Drain{});
    QVERIFY(isReadable(*mailbox));
}

void TestMailbox::keepsTheOrder()
{
    const auto mailbox = *Mailbox::open();
    for (quint64 i = 0; i < 10; ++i)
        ReplyTo(mailbox, 3, i).send(Reply::empty(200 + static_cast<int>(i)));
    const std::vector<Letter> letters = mailbox->collect();
    QCOMPARE(letters.size(), size_t{10});
    for (size_t i = 0; i < letters.size(); ++i) {
        const auto* answer = std::get_if<Answer>(&letters[i]);
        QVERIFY(answer);
        QCOMPARE(answer->connection, quint64{3});
        QCOMPARE(answer->request, static_cast<quint64>(i));
        QCOMPARE(answer->reply.status, 200 + static_cast<int>(i));
    }
}

void TestMailbox::dropsWhatComesTooLate()
{
    ConnectionCount count(5);
    const auto mailbox = *Mailbox::open();
    mailbox->post(Arrival{Descriptor(), {}, *count.take()});
    QCOMPARE(count.now(), 1);
    mailbox->close();
    QCOMPARE(count.now(), 0);
    mailbox->post(Arrival{Descriptor(), {}, *count.take()});
    QCOMPARE(count.now(), 0);
    ReplyTo(mailbox, 1, 1).send(Reply::empty(200));
    QVERIFY(mailbox->collect().empty());
}

void TestMailbox::takesLettersFromManyThreads()
{
    constexpr size_t kThreads = 8;
    constexpr size_t kLetters = 2000;
    const auto mailbox = *Mailbox::open();
    std::vector<std::jthread> threads;
    for (size_t i = 0; i < kThreads; ++i) {
        threads.emplace_back([&] {
            for (size_t j = 0; j < kLetters; ++j)
                mailbox->post(Drain{});
        });
    }
    size_t collected = 0;
    while (collected < kThreads * kLetters) {
        pollfd one{mailbox->descriptor(), POLLIN, 0};
        QCOMPARE(::poll(&one, 1, 10'000), 1); // the bell is never missed
        collected += mailbox->collect().size();
    }
    QCOMPARE(collected, kThreads * kLetters);
}

QTEST_APPLESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
