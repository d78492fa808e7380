import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { benches } from './benches'
import type { BenchOptions } from './figure'
import { printResult } from './print-result'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    calls: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '5' },
    events: { type: 'string', default: '10000' },
    rows: { type: 'string', default: '300000' },
    seconds: { type: 'string', default: '600' },
    requests: { type: 'string', default: '20000' },
    list: { type: 'boolean', default: false },
  },
})
const options: BenchOptions = {
  calls: Number(values.calls),
  rounds: Number(values.rounds),
  events: Number(values.events),
  rows: Number(values.rows),
  seconds: Number(values.seconds),
  requests: Number(values.requests),
}
const wanted = values.only?.split(',')
const chosen = benches.filter(({ name }) => wanted?.includes(name) ?? true)
const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  node: process.version,
  v8: process.versions.v8,
  pinned: process.env.BENCH_PINNED === 'true',
}

if (values.list) for (const { name, title } of benches) console.log(`${name.padEnd(14)} ${title}`)
else {
  const results = []
  if (!values.json)
    console.log(
      `${machine.processor}, ${machine.cores} cores, ${machine.memory}, Node ${machine.node}${machine.pinned ? ', pinned to one core' : ''}`,
    )
  for (const { name, title, run } of chosen) {
    const result = await run(options)
    results.push({ name, title, ...result })
    if (!values.json) printResult(title, result)
  }
  if (values.json) console.log(JSON.stringify({ machine, options, results }))
}
