// Go: goroutines; as `go-channels` two of them that hand a number to and fro. `go-one-core` uses one core only.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

const bodyBytes = 1024

var bench, system, url string
var n int

func main() {
	bench, system = os.Args[1], os.Args[3]
	n, _ = strconv.Atoi(os.Args[2])
	if len(os.Args) > 4 {
		url = os.Args[4]
	}
	if system == "go-channels" || system == "go-one-core" {
		runtime.GOMAXPROCS(1)
	}
	switch bench {
	case "switch":
		measure(bench, 0, map[bool]func(){true: pingPong, false: yields}[system == "go-channels"])
	case "sleep":
		measure(bench, 1, func() { all(n, func() { time.Sleep(time.Second) }) })
	case "spawn":
		measure(bench, 0, func() { all(n, func() {}) })
	case "http":
		get := getter()
		for _, part := range []string{"http-cold", "http-warm"} {
			measure(part, 0.2, func() { all(n, get) })
		}
	case "ex4":
		measure(bench, 17*float64(n), ex4)
	}
}

func all(count int, task func()) {
	var group sync.WaitGroup
	group.Add(count)
	for i := 0; i < count; i++ {
		go func() {
			defer group.Done()
			task()
		}()
	}
	group.Wait()
}

func yields() {
	all(2, func() {
		for i := 0; i < n/2; i++ {
			runtime.Gosched()
		}
	})
}

func pingPong() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for i := range ping {
			pong <- i
		}
	}()
	for i := 0; i < n/2; i++ {
		ping <- i
		<-pong
	}
	close(ping)
}

func ex4() {
	for run := 0; run < n; run++ {
		work := make(chan int, 4)
		for _, count := range []int{15, 10, 5, 2} {
			work <- count
		}
		close(work)
		all(2, func() {
			for count := range work {
				for i := 0; i < count; i++ {
					time.Sleep(time.Second)
				}
			}
		})
	}
}

func getter() func() {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n}}
	return func() {
		response, err := client.Get(url)
		if err != nil {
			panic(err)
		}
		defer response.Body.Close()
		if body, _ := io.ReadAll(response.Body); len(body) != bodyBytes {
			panic(fmt.Sprintf("a page of %d bytes instead of %d came back", len(body), bodyBytes))
		}
	}
}

func measure(part string, ideal float64, run func()) {
	cpuBefore, start := cpu(), time.Now()
	run()
	seconds, cpuAfter := time.Since(start).Seconds(), cpu()
	line, _ := json.Marshal(map[string]any{
		"system": system, "bench": part, "n": n, "seconds": rounded(seconds, 6), "cpu_s": rounded(cpuAfter-cpuBefore, 6),
		"per_item_ns": rounded((seconds-ideal)*1e9/float64(n), 1), "peak_rss_mb": rounded(float64(peakKb())/1024, 1),
		"version": runtime.Version(),
	})
	fmt.Println(string(line))
}

// What getrusage tells may be the peak of the process that started this one.
func peakKb() (peak int) {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	_, _ = fmt.Sscan(after, &peak)
	return
}

func cpu() float64 {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

func rounded(value float64, digits int) float64 {
	scale := math.Pow10(digits)
	return math.Round(value*scale) / scale
}
