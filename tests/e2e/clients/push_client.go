// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes with Go's client library; what is pushed is described in test_clients.py.
// usage: push_client HOST PORT
package main

import (
	"log"
	"os"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/push"
)

func measurements() []prometheus.Collector {
	runs := prometheus.NewCounterVec(
		prometheus.CounterOpts{Name: "client_runs_total", Help: "Runs."}, []string{"kind"})
	runs.WithLabelValues("full").Add(3)
	took := prometheus.NewHistogram(prometheus.HistogramOpts{
		Name: "client_took_seconds", Help: "How long a run took.", Buckets: []float64{1, 10}})
	took.Observe(0.5)
	took.Observe(20)
	return []prometheus.Collector{runs, took}
}

func extra() prometheus.Collector {
	gauge := prometheus.NewGauge(prometheus.GaugeOpts{Name: "client_extra", Help: "Pushed on top."})
	gauge.Set(12.5)
	return gauge
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	url := "http://" + os.Args[1] + ":" + os.Args[2]
	pusher := push.New(url, "client").Grouping("instance", "db1")
	for _, collector := range measurements() {
		pusher.Collector(collector)
	}
	must(pusher.Push())
	must(push.New(url, "client").Grouping("instance", "db1").Collector(extra()).Add())

	gone := push.New(url, "gone").Collector(extra())
	must(gone.Push())
	must(gone.Delete())
}
