// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes with prom-client; what is pushed is described in test_clients.py.
// usage: node push_client.js HOST PORT
'use strict';

const client = require('prom-client');

const [host, port] = process.argv.slice(2);
const url = `http://${host}:${port}`;

function measurements() {
    const registry = new client.Registry();
    new client.Counter({
        name: 'client_runs_total', help: 'Runs.', labelNames: ['kind'], registers: [registry],
    }).inc({ kind: 'full' }, 3);
    const took = new client.Histogram({
        name: 'client_took_seconds', help: 'How long a run took.', buckets: [1, 10],
        registers: [registry],
    });
    took.observe(0.5);
    took.observe(20);
    return registry;
}

function extra() {
    const registry = new client.Registry();
    new client.Gauge({
        name: 'client_extra', help: 'Pushed on top.', registers: [registry],
    }).set(12.5);
    return registry;
}

async function main() {
    const group = { jobName: 'client', groupings: { instance: 'db1' } };
    await new client.Pushgateway(url, {}, measurements()).push(group);
    const gzip = { headers: { 'Content-Encoding': 'gzip' } };
    await new client.Pushgateway(url, gzip, extra()).pushAdd(group);

    const gone = new client.Pushgateway(url, {}, extra());
    await gone.push({ jobName: 'gone' });
    await gone.delete({ jobName: 'gone' });
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
