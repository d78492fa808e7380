import type { Measures } from '@/contracts/insights'
import { hoursText, numberText, shareText } from './measure-text'

/** One question of the screen: which number answers it, which way is better, and what it is made of. */
export type Measure = {
  readonly id: 'per-million' | 'resolve' | 'coverage' | 'described' | 'owned'
  readonly title: string
  /** What is counted, in a sentence. */
  readonly meaning: string
  readonly better: 'less' | 'more'
  readonly isShare: boolean
  /** Null where it is not known. */
  readonly numberOf: (measures: Measures) => number | null
  readonly textOf: (value: number) => string
  /** What stands behind the number, each with its name. */
  readonly parts: readonly {
    readonly label: string
    readonly numberOf: (measures: Measures) => number | null
  }[]
}

const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole

export const measures: readonly Measure[] = [
  {
    id: 'per-million',
    title: 'Violations per million events',
    meaning: 'Broken constraints that arrived here, for each million events that Segment counted.',
    ...{ better: 'less', isShare: false, textOf: numberText },
    numberOf: ({ perMillion }) => perMillion,
    parts: [
      { label: 'Violations', numberOf: ({ violations }) => violations },
      { label: 'Events', numberOf: ({ events }) => events },
    ],
  },
  {
    id: 'resolve',
    title: 'Time to resolve',
    meaning: 'Half of the violations that were resolved took no longer, from when they began or came back.',
    ...{ better: 'less', isShare: false, textOf: hoursText },
    numberOf: ({ hoursToResolve }) => hoursToResolve,
    parts: [
      { label: 'Resolved', numberOf: ({ resolved }) => resolved },
      { label: 'New or back', numberOf: ({ opened }) => opened },
    ],
  },
  {
    id: 'coverage',
    title: 'Coverage',
    meaning: 'Share of the track events sent whose name the plan had that day.',
    ...{ better: 'more', isShare: true, textOf: shareText },
    numberOf: ({ coverage }) => coverage,
    parts: [{ label: 'Track events', numberOf: ({ tracked }) => tracked }],
  },
  {
    id: 'described',
    title: 'Described events',
    meaning: 'Share of the planned events that say what they mean.',
    ...{ better: 'more', isShare: true, textOf: shareText },
    numberOf: ({ described, planned }) => shareOf(described, planned),
    parts: [
      { label: 'Described', numberOf: ({ described }) => described },
      { label: 'Planned', numberOf: ({ planned }) => planned },
    ],
  },
  {
    id: 'owned',
    title: 'Owned events',
    meaning: 'Share of the planned events that a group answers for, by the policy as it is now.',
    ...{ better: 'more', isShare: true, textOf: shareText },
    numberOf: ({ owned, planned }) => shareOf(owned, planned),
    parts: [
      { label: 'Owned', numberOf: ({ owned }) => owned },
      { label: 'Planned', numberOf: ({ planned }) => planned },
    ],
  },
]
