export const commandNames = ['validate', 'compare', 'diff', 'merge', 'lint', 'repair', 'audit'] as const

export type CommandName = (typeof commandNames)[number]

export const isCommandName = (name: string | undefined): name is CommandName =>
  commandNames.some((known) => known === name)
