import type { Command } from './command'

export const commandNames = ['validate', 'compare', 'diff', 'merge', 'lint', 'repair'] as const

/** Loaded when asked for, since a validator takes longer to load than most work takes. */
export const loadCommand: Readonly<Record<(typeof commandNames)[number], () => Promise<Command>>> = {
  validate: async () => (await import('./commands/validate')).validate,
  compare: async () => (await import('./commands/compare')).compare,
  diff: async () => (await import('./commands/diff')).diff,
  merge: async () => (await import('./commands/merge')).merge,
  lint: async () => (await import('./commands/lint')).lint,
  repair: async () => (await import('./commands/repair')).repair,
}
