import type { Command } from './command'
import type { CommandName } from './command-names'

/** Loaded when asked for, since a validator takes longer to load than most work takes. */
export const loadCommand: Readonly<Record<CommandName, () => Promise<Command>>> = {
  validate: async () => (await import('./commands/validate')).validate,
  compare: async () => (await import('./commands/compare')).compare,
  diff: async () => (await import('./commands/diff')).diff,
  merge: async () => (await import('./commands/merge')).merge,
  lint: async () => (await import('./commands/lint')).lint,
  audit: async () => (await import('./commands/audit')).audit,
  repair: async () => (await import('./commands/repair')).repair,
}
