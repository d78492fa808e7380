import type { ImpactView, ReplayCounts, ReplayResultView } from '@/contracts/replay'

const rule = { type: 'TRACK' as const, key: 'Order Completed', version: 1 }
const exactly = (value: number) => ({ value, low: value, high: value })

export const counts = (set: Partial<ReplayCounts> = {}): ReplayCounts => ({
  ...{ judged: 100, received: 1_000, stillValid: 88, stillInvalid: 0, fixed: 2, broken: 10, uncertain: 0 },
  estimated: {
    stillValid: exactly(880),
    stillInvalid: exactly(0),
    fixed: exactly(20),
    broken: { value: 1_240, low: 980, high: 1_500 },
    uncertain: exactly(0),
  },
  ...set,
})

export const aResult = (set: Partial<ReplayResultView> = {}): ReplayResultView => ({
  ...counts(),
  byRule: [{ ...counts(), rule, event: 'Order Completed' }],
  bySource: [{ ...counts(), id: 'web', name: 'Web shop' }],
  byAppVersion: [{ ...counts(), appVersion: '' }],
  constraints: [
    {
      ...{
        rule,
        pointer: '/properties/total',
        type: 'invalid-type' as const,
        still: 0,
        fixed: 0,
        broken: 10,
      },
      ...{ message: 'Invalid type. Expected: string, given: integer', uncertain: 0 },
      estimated: { fixed: exactly(0), broken: { value: 1_240, low: 980, high: 1_500 } },
    },
  ],
  samples: [
    {
      ...{
        messageId: 'm1',
        at: '2026-01-05T08:30:00.000Z',
        event: 'Order Completed',
        sourceName: 'Web shop',
      },
      ...{ appVersion: '5.0', outcome: 'broken' as const, rule, masked: [] },
      call: { event: 'Order Completed', properties: { total: 12 } },
      constraints: [
        {
          ...{
            rule,
            pointer: '/properties/total',
            type: 'invalid-type' as const,
            outcome: 'broken' as const,
          },
          message: 'Invalid type. Expected: string, given: integer',
        },
      ],
    },
  ],
  notJudged: [],
  leftOut: 0,
  inferred: { cleared: 0, still: 0, unknown: 0, violations: [], isCut: false },
  ...set,
})

export const anImpact = (set: Partial<ImpactView> = {}): ImpactView => ({
  check: { name: 'replay', status: 'completed', conclusion: 'warn', findings: [] },
  at: '2026-01-05T09:00:00.000Z',
  result: aResult(),
  job: null,
  recorded: { kept: 100, received: 1_000 },
  can: { run: true, cancel: false },
  ...set,
})
