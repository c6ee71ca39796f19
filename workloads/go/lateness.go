package main

import (
	"fmt"
	"math"
	"sync/atomic"
	"time"
)

const (
	steps   = 16
	octaves = 32 // up to 71 minutes
)

// late counts how late tasks wake, in counters whose ranges grow: 16 for each factor of 2, from 1 µs on. A counter is
// within 2.2 %.
var late [steps * octaves]atomic.Int64

// countLateness counts a task that wakes now. Earlier than due counts as on time.
func countLateness(due time.Time) {
	microseconds := max(float64(time.Since(due))/1e3, 1)
	late[int(steps*math.Log2(microseconds))].Add(1)
}

// lateness formats the median, the 99th percentile and the maximum, reported at "finished".
func lateness(tasks int) string {
	n := float64(tasks)
	return fmt.Sprintf("lateness_p50=%v lateness_p99=%v lateness_max=%v", quantile(0.5*n), quantile(0.99*n), quantile(n))
}

// quantile returns the middle of the range that holds the task of this rank, in seconds.
func quantile(rank float64) float64 {
	var counted int64
	for step := range late {
		if counted += late[step].Load(); float64(counted) >= rank {
			return math.Exp2((float64(step)+0.5)/steps) / 1e6
		}
	}
	return math.Inf(1)
}
