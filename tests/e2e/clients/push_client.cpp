// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes with prometheus-cpp; what is pushed is described in test_clients.py.
// usage: push_client HOST PORT
#include <cstdio>
#include <memory>
#include <prometheus/counter.h>
#include <prometheus/gateway.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <string>

namespace {

struct Address {
    std::string host;
    std::string port;
};

std::shared_ptr<prometheus::Registry> measurements()
{
    auto registry = std::make_shared<prometheus::Registry>();
    prometheus::BuildCounter()
        .Name("client_runs_total")
        .Help("Runs.")
        .Register(*registry)
        .Add({{"kind", "full"}})
        .Increment(3);
    auto& took = prometheus::BuildHistogram()
                     .Name("client_took_seconds")
                     .Help("How long a run took.")
                     .Register(*registry)
                     .Add({}, prometheus::Histogram::BucketBoundaries{1, 10});
    took.Observe(0.5);
    took.Observe(20);
    return registry;
}

std::shared_ptr<prometheus::Registry> extra()
{
    auto registry = std::make_shared<prometheus::Registry>();
    prometheus::BuildGauge()
        .Name("client_extra")
        .Help("Pushed on top.")
        .Register(*registry)
        .Add({})
        .Set(12.5);
    return registry;
}

int fail(const char* what, int status)
{
    std::fprintf(stderr, "%s: status %d\n", what, status);
    return 1;
}

// This library (1.0) has the two the wrong way round: PushAdd is a PUT, Push is a POST.
int pushGroup(const Address& to)
{
    prometheus::Gateway replacing(to.host, to.port, "client", {{"instance", "db1"}});
    const auto first = measurements();
    replacing.RegisterCollectable(first);
    if (const int status = replacing.PushAdd(); status != 200)
        return fail("push", status);

    prometheus::Gateway merging(to.host, to.port, "client", {{"instance", "db1"}});
    const auto second = extra();
    merging.RegisterCollectable(second);
    if (const int status = merging.Push(); status != 200)
        return fail("push add", status);
    return 0;
}

int pushAndDelete(const Address& to)
{
    prometheus::Gateway gateway(to.host, to.port, "gone");
    const auto registry = extra();
    gateway.RegisterCollectable(registry);
    if (const int status = gateway.Push(); status != 200)
        return fail("push", status);
    if (const int status = gateway.Delete(); status != 202)
        return fail("delete", status);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return fail("usage: push_client HOST PORT", argc);
    const Address to{argv[1], argv[2]};
    const int pushed = pushGroup(to);
    return pushed != 0 ? pushed : pushAndDelete(to);
}
