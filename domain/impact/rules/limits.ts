import { impactRule } from '../impact-rule'
import { judgeLimit } from '../judge-limit'

export const patternChanged = impactRule({
  id: 'pattern-changed',
  judges: 'pattern-changed',
  title: 'The pattern of a text changed',
  why: 'Texts that fit the old pattern may not fit the new one, and the other way round.',
  levels: { senders: ['breaking', 'safe', 'unknown'], readers: ['breaking', 'safe', 'unknown'] },
  senders: (change) => judgeLimit('pattern', change).senders,
  readers: (change) => judgeLimit('pattern', change).readers,
})

export const formatChanged = impactRule({
  id: 'format-changed',
  judges: 'format-changed',
  title: 'The format of a text changed',
  why: 'A format is a pattern by another name; of unknown ones nobody can say what they refuse.',
  levels: { senders: ['breaking', 'safe', 'unknown'], readers: ['breaking', 'safe', 'unknown'] },
  senders: (change) => judgeLimit('format', change).senders,
  readers: (change) => judgeLimit('format', change).readers,
})

export const boundChanged = impactRule({
  id: 'bound-changed',
  judges: 'bound-changed',
  title: 'A bound came, went or moved',
  why: 'Tighter bounds refuse what passed; looser ones let arrive what could not.',
  levels: { senders: ['breaking', 'safe', 'unknown'], readers: ['breaking', 'safe', 'unknown'] },
  senders: (change) => judgeLimit(change.keyword, change).senders,
  readers: (change) => judgeLimit(change.keyword, change).readers,
})
