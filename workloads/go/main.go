// What a concurrent task costs in Go: a goroutine.
// Usage: tasks WORKLOAD TASKS [key=value ...]   (the contract is in ../README.md)
package main

import (
	"fmt"
	"log"
	"os"
	"sync"
	"time"
)

func main() {
	r, err := parseRequest(os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	switch r.workload {
	case "sleep":
		hold(r, r.duration("seconds"), 1)
	case "lateness":
		holdPunctual(r)
	case "footprint":
		hold(r, r.duration("pause"), int(r.parameters["laps"]))
	case "timer":
		timer(r)
	case "spawn":
		spawn(r)
	case "spawn-backlog":
		spawnBacklog(r)
	case "spawn-join":
		spawnJoin(r)
	default:
		log.Fatalf("unknown workload %q", r.workload)
	}
}

func (r request) duration(key string) time.Duration {
	return time.Duration(r.parameters[key] * float64(time.Second))
}

func seconds(start time.Time) string {
	return fmt.Sprintf("seconds=%v", time.Since(start).Seconds())
}

// hold runs N goroutines, all asleep at once.
func hold(r request, pause time.Duration, laps int) {
	checkpoint("ready", r.heap()...)
	var begun, done sync.WaitGroup
	begun.Add(r.tasks)
	done.Add(r.tasks)
	start := time.Now()
	for i := 0; i < r.tasks; i++ {
		go func() {
			defer done.Done()
			enter()
			begun.Done()
			for lap := 0; lap < laps; lap++ {
				time.Sleep(pause)
			}
			leave()
		}()
	}
	park(r, &begun, start)
	done.Wait()
	checkpoint("finished", counts())
}

// park waits until every goroutine has begun.
func park(r request, begun *sync.WaitGroup, start time.Time) {
	begun.Wait()
	created := seconds(start)
	live := fmt.Sprintf("live=%d", count.started.Load()-count.finished.Load())
	checkpoint("parked", append(r.heap(), live, created)...)
}

// holdPunctual runs N goroutines that note when they are due, and count how late they wake.
func holdPunctual(r request) {
	checkpoint("ready")
	pause, extra := r.duration("seconds"), r.duration("extra")
	var begun, done sync.WaitGroup
	begun.Add(r.tasks)
	done.Add(r.tasks)
	start := time.Now()
	for i := 0; i < r.tasks; i++ {
		go func() {
			defer done.Done()
			enter()
			begun.Done()
			due := time.Now().Add(pause)
			time.Sleep(pause + extra)
			countLateness(due)
			leave()
		}()
	}
	park(r, &begun, start)
	done.Wait()
	checkpoint("finished", counts(), lateness(r.tasks))
}

// timer sets N timers without goroutines; each gets one only when it fires.
func timer(r request) {
	checkpoint("ready")
	var fired sync.WaitGroup
	fired.Add(r.tasks)
	start := time.Now()
	for i := 0; i < r.tasks; i++ {
		time.AfterFunc(r.duration("seconds"), func() {
			leave()
			fired.Done()
		})
	}
	checkpoint("parked", seconds(start))
	fired.Wait()
	checkpoint("finished", fmt.Sprintf("started=%d finished=%d", r.tasks, count.finished.Load()))
}

// noop is a task that only counts itself.
func noop(done *sync.WaitGroup) {
	enter()
	leave()
	done.Done()
}

// spawn measures the go statement. Unlike an event loop, Go runs the goroutines immediately on other
// processors, so some finish before the clock stops.
func spawn(r request) {
	checkpoint("ready")
	var done sync.WaitGroup
	done.Add(r.tasks)
	start := time.Now()
	for i := 0; i < r.tasks; i++ {
		go noop(&done)
	}
	checkpoint("created", seconds(start))
	done.Wait()
	checkpoint("finished", counts())
}

// spawnBacklog is the same with a backlog of goroutines waiting at a gate; without it, they would finish at once.
func spawnBacklog(r request) {
	checkpoint("ready")
	backlog := int(r.parameters["backlog"])
	gate := make(chan struct{})
	var done sync.WaitGroup
	done.Add(backlog + r.tasks)
	for i := 0; i < backlog; i++ {
		go func() {
			<-gate
			noop(&done)
		}()
	}
	checkpoint("queued", fmt.Sprintf("started=%d finished=%d", backlog, count.finished.Load()))
	start := time.Now()
	for i := 0; i < r.tasks; i++ {
		go noop(&done)
	}
	checkpoint("created", seconds(start))
	close(gate)
	done.Wait()
	checkpoint("finished", counts())
}

// spawnJoin measures creating goroutines and waiting for all of them.
func spawnJoin(r request) {
	checkpoint("ready")
	var done sync.WaitGroup
	done.Add(r.tasks)
	start := time.Now()
	for i := 0; i < r.tasks; i++ {
		go noop(&done)
	}
	done.Wait()
	elapsed := seconds(start)
	checkpoint("finished", counts(), elapsed)
}
