package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
)

// request is what the harness asked for: program WORKLOAD TASKS [key=value ...].
type request struct {
	workload   string
	tasks      int
	parameters map[string]float64
}

func parseRequest(arguments []string) (request, error) {
	tasks, err := strconv.Atoi(arguments[1])
	if err != nil {
		return request{}, err
	}
	parameters := map[string]float64{}
	for _, pair := range arguments[2:] {
		key, value, _ := strings.Cut(pair, "=")
		if parameters[key], err = strconv.ParseFloat(value, 64); err != nil {
			return request{}, err
		}
	}
	return request{arguments[0], tasks, parameters}, nil
}

var stdin = bufio.NewReader(os.Stdin)

// checkpoint says where the program is, then blocks until the harness has read its memory.
func checkpoint(name string, facts ...string) {
	fmt.Println(strings.Join(append([]string{"checkpoint", name}, facts...), " "))
	if _, err := stdin.ReadString('\n'); err != nil {
		os.Exit(3) // stdin closed: nobody is measuring any more
	}
}

// count is kept by every task: enter first, leave last. Tasks run on several threads, hence atomics.
var count struct{ started, finished, livePeak atomic.Int64 }

func enter() {
	live := count.started.Add(1) - count.finished.Load()
	for peak := count.livePeak.Load(); live > peak; peak = count.livePeak.Load() {
		if count.livePeak.CompareAndSwap(peak, live) {
			return
		}
	}
}

func leave() { count.finished.Add(1) }

// counts is the proof that "finished" carries.
func counts() string {
	return fmt.Sprintf("started=%d finished=%d live_peak=%d",
		count.started.Load(), count.finished.Load(), count.livePeak.Load())
}

// heap is the runtime's own account of heap and goroutine stacks; nothing unless heap=1 asked for it.
func (r request) heap() []string {
	if r.parameters["heap"] == 0 {
		return nil
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return []string{fmt.Sprintf("heap_bytes=%d", memory.HeapAlloc+memory.StackInuse)}
}
