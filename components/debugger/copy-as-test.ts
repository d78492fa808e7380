import type { LiveCallView } from '@/contracts/live'

/** One line of NDJSON: what `plumbline validate` takes. */
export const callLine = ({ call }: LiveCallView): string => JSON.stringify(call)

/** A command that judges the call again wherever the plan is at hand as a file, in a pipeline for example. */
export const validateCommand = (live: LiveCallView): string =>
  [
    `echo ${quoted(callLine(live))} \\`,
    '  | npx plumbline validate --plan tracking-plan.json - --format json',
  ].join('\n')

/** Single quotes of a shell hold everything but themselves. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A test for Vitest that sends nothing: it judges the call by the plan as a file, and says what it expects. */
export const vitestCase = (live: LiveCallView): string => {
  const expected =
    live.verdict === 'invalid' ? live.breaches.map(({ type, pointer }) => ({ type, pointer })) : []
  return `import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const call = ${JSON.stringify(live.call, null, 2)}

test(${JSON.stringify(`${live.event ?? live.callType} follows the tracking plan`)}, () => {
  const args = ['plumbline', 'validate', '--plan', 'tracking-plan.json', '-', '--format', 'json']
  expect(found(args)).toEqual(${JSON.stringify(expected)})
})

const found = (args) => {
  try {
    execFileSync('npx', args, { input: JSON.stringify(call), encoding: 'utf8' })
    return []
  } catch ({ stdout }) {
    return JSON.parse(stdout).occurrences.map(({ type, pointer }) => ({ type, pointer }))
  }
}
`
}
