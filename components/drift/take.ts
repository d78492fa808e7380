import type { DriftView } from '@/contracts/drift'
import { ruleName } from '@/domain/plan/rule-id'

export type DriftedRule = DriftView['rules'][number]

/** `ours`: publish again what we hold. `theirs`: adopt what Segment holds, as a change request. */
export type Take = 'ours' | 'theirs'

export const takeLabel: Readonly<Record<Take, string>> = {
  theirs: 'Adopt as a request',
  ours: 'Publish ours again',
}

/** `ours` in the words that fit one rule: what we hold may be that it is not there. */
export const oursLabel: Readonly<Record<DriftedRule['kind'], string>> = {
  changed: takeLabel.ours,
  'removed-in-segment': 'Put ours back',
  'added-in-segment': 'Remove it there',
}

/** What happened in Segment, seen from what was published. */
export const kindWord: Readonly<Record<DriftedRule['kind'], string>> = {
  changed: 'changed in Segment',
  'removed-in-segment': 'removed in Segment',
  'added-in-segment': 'added in Segment',
}

/** Exactly what a choice does, as a sentence. */
export const consequence = ({ rule, kind }: DriftedRule, take: Take, liveVersion: number | null): string => {
  const name = ruleName(rule)
  if (take === 'theirs') return theirsSentence(name, kind)
  switch (kind) {
    case 'changed':
      return `${name} is overwritten in Segment with what version ${liveVersion} says.`
    case 'removed-in-segment':
      return `${name} is put back into Segment as in version ${liveVersion}.`
    case 'added-in-segment':
      return `${name} is removed from Segment.`
  }
}

const theirsSentence = (name: string, kind: DriftedRule['kind']): string => {
  switch (kind) {
    case 'changed':
      return `The request changes ${name} to what Segment holds.`
    case 'removed-in-segment':
      return `The request removes ${name} from the plan.`
    case 'added-in-segment':
      return `The request adds ${name} to the plan.`
  }
}
