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

// request holds the arguments of the program: WORKLOAD TASKS [key=value ...].
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

// checkpoint reports a checkpoint, then blocks while the harness reads the program's memory.
func checkpoint(name string, facts ...string) {
	fmt.Println(strings.Join(append([]string{"checkpoint", name}, facts...), " "))
	if _, err := stdin.ReadString('\n'); err != nil {
		os.Exit(3) // stdin is closed: the harness is gone
	}
}

// count counts tasks: each calls enter first and leave last. Atomic, because tasks run on several threads.
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

// counts formats the task counts, reported at "finished" as proof of the work.
func counts() string {
	return fmt.Sprintf("started=%d finished=%d live_peak=%d",
		count.started.Load(), count.finished.Load(), count.livePeak.Load())
}

// heap returns the size of live objects and goroutine stacks that the runtime reports, if heap=1; otherwise nothing.
func (r request) heap() []string {
	if r.parameters["heap"] == 0 {
		return nil
	}
	runtime.GC() // its account includes garbage
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return []string{fmt.Sprintf("heap_bytes=%d", memory.HeapAlloc+memory.StackInuse)}
}
