// Node: await null, and as `node-immediate` setImmediate. It compiles as it runs, as .NET does, and is warmed up as long.
const fs = require('fs');

const [bench, count, system, url] = process.argv.slice(2);
const n = Number(count);
const ideal = { sleep: 1, 'http-cold': 0.2, 'http-warm': 0.2, ex4: 17 * n };
const warmUpItems = { switch: 100_000, spawn: 10_000 };

const sleep = milliseconds => new Promise(wake => setTimeout(wake, milliseconds));
const tick = () => new Promise(setImmediate);
const all = (k, start) => Promise.all(Array.from({ length: k }, start));
const both = (k, task) => Promise.all([task(k - (k >> 1)), task(k >> 1)]);

async function awaits(k) { for (let i = 0; i < k; i++) await null; }
async function ticks(k) { for (let i = 0; i < k; i++) await tick(); }
async function turn() { await null; }

async function ex4() {
  for (let run = 0; run < n; run++) {
    const work = [15, 10, 5, 2];
    await both(2, async () => {
      while (work.length > 0)
        for (let i = work.shift(); i > 0; i--) await sleep(1000);
    });
  }
}

async function get() {
  const body = await (await fetch(url)).arrayBuffer();
  if (body.byteLength !== 1024) throw new Error(`a page of ${body.byteLength} bytes instead of 1024 came back`);
}

const run = k => ({
  switch: () => both(k, system === 'node-immediate' ? ticks : awaits),
  sleep: () => all(k, () => sleep(1000)),
  spawn: () => all(k, turn),
  http: () => all(k, get),
  ex4,
})[bench]();

async function measure(part) {
  const cpu = process.cpuUsage(), start = process.hrtime.bigint();
  await run(n);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9, { user, system: kernel } = process.cpuUsage(cpu);
  const peak = Number(fs.readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\s+(\d+)/)[1]);
  console.log(JSON.stringify({
    system, bench: part, n, seconds: +seconds.toFixed(6), cpu_s: (user + kernel) / 1e6,
    per_item_ns: +((seconds - (ideal[part] ?? 0)) * 1e9 / n).toFixed(1), peak_rss_mb: +(peak / 1024).toFixed(1),
    version: `Node ${process.versions.node}`,
  }));
}

(async () => {
  for (const start = performance.now(); bench in warmUpItems && performance.now() - start < 500;)
    await run(Math.min(n, warmUpItems[bench]));
  for (const part of bench === 'http' ? ['http-cold', 'http-warm'] : [bench]) await measure(part);
})();
