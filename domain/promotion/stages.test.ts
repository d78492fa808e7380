import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstStages, followersOf, lineOf, type Stage, wouldCircle } from './stages'

const stage = (plan: string, follows: string | null, position = 0): Stage => ({ plan, follows, position })

const line = [
  stage('dev', null),
  stage('live', 'staging', 1),
  stage('load', 'staging', 0),
  stage('staging', 'dev'),
]

test('a line begins at its first stage, whichever plan of it is asked, and each comes before its followers', () => {
  const whole = [
    { plan: 'dev', depth: 0 },
    { plan: 'staging', depth: 1 },
    { plan: 'load', depth: 2 },
    { plan: 'live', depth: 2 },
  ]
  for (const { plan } of line) expect(lineOf(line, plan)).toEqual(whole)
  expect(lineOf(line, 'alone')).toEqual([{ plan: 'alone', depth: 0 }])
  expect(followersOf(line, 'staging')).toEqual(['load', 'live'])
})

test('a line of one is none', () => {
  const other = [stage('one', null), stage('two', 'one'), stage('alone', null)]
  expect(firstStages([...line, ...other])).toEqual(['dev', 'one'])
  expect(firstStages([stage('alone', null)])).toEqual([])
})

test('a plan follows neither itself nor any plan that follows it', () => {
  expect(wouldCircle(line, 'dev', 'live')).toBe(true)
  expect(wouldCircle(line, 'dev', 'dev')).toBe(true)
  expect(wouldCircle(line, 'alone', 'live')).toBe(false)
  expect(wouldCircle(line, 'live', 'alone')).toBe(false)
})

test('links that were let in one after the other never close a circle', () => {
  const plan = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  fc.assert(
    fc.property(fc.array(fc.tuple(plan, plan), { maxLength: 12 }), (wishes) => {
      const stages: Stage[] = []
      for (const [one, follows] of wishes)
        if (!stages.some((known) => known.plan === one) && !wouldCircle(stages, one, follows))
          stages.push(stage(one, follows))
      for (const { plan: start } of stages) {
        const upstream = new Map(stages.map((known) => [known.plan, known.follows]))
        let steps = 0
        for (let at: string | null = start; at !== null; at = upstream.get(at) ?? null) steps += 1
        expect(steps).toBeLessThanOrEqual(6)
        expect(lineOf(stages, start).map((placed) => placed.plan)).toContain(start)
      }
    }),
  )
})
