import { describe, expect, it } from 'vitest'
import { enforcement } from './enforcement'
import { enforcementCases } from './enforcement.cases'
import { enforcementSummary } from './enforcement-summary'
import { schemaControls } from './schema-controls'
import type { SourceFacts } from './source-facts'

const aSource = (given: Partial<SourceFacts>): SourceFacts => ({
  platform: 'web',
  hasPlan: true,
  settings: {},
  destinations: [],
  ...given,
})

describe('enforcement', () => {
  it.each(enforcementCases)('$when', ({ source, expected }) => {
    const known = enforcement(aSource(source))
    if (!known.judged) throw new Error(known.reason)
    const row = known.rows.find(({ call, bad }) => call === expected.call && bad === expected.bad)
    expect(row?.choice).toBe(expected.choice)
    if (expected.sentence) expect(row?.sentence).toMatch(expected.sentence)
    if (!expected.exceptions) return
    expect(row?.exceptions).toHaveLength(expected.exceptions.length)
    for (const [index, words] of expected.exceptions.entries()) expect(row?.exceptions[index]).toMatch(words)
  })

  it('has a case for every control that Segment has', () => {
    const covered = new Set(enforcementCases.map(({ expected }) => `${expected.call} ${expected.bad}`))
    const kinds = new Set(schemaControls.map(({ bad }) => bad))
    for (const kind of kinds) expect([...covered].some((case_) => case_.endsWith(kind))).toBe(true)
  })

  it('says why nothing is judged', () => {
    expect(enforcement(aSource({ hasPlan: false }))).toMatchObject({
      judged: false,
      reason: expect.stringMatching(/No tracking plan/),
    })
    expect(enforcement(aSource({ settings: null }))).toMatchObject({
      judged: false,
      reason: expect.stringMatching(/not known/),
    })
  })
})

describe('its summary', () => {
  it.each([
    [{ settings: {} }, 'Everything passes; violations are only reported.'],
    [{ settings: { track: { allowUnplannedEvents: false } } }, 'Blocks unplanned events.'],
    [
      {
        platform: 'mobile' as const,
        settings: {
          track: { allowUnplannedEvents: false, allowUnplannedEventProperties: false },
          identify: { allowUnplannedTraits: false },
        },
      },
      'Blocks unplanned events, trims unplanned properties and unplanned identify traits, but not in device mode.',
    ],
    [{ hasPlan: false }, 'No tracking plan is connected, so Segment judges nothing here.'],
  ])('%j', (source, words) => expect(enforcementSummary(enforcement(aSource(source)))).toBe(words))
})
