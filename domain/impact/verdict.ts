export const levels = ['documentation', 'safe', 'unknown', 'breaking'] as const

/**
 * `breaking`: someone who followed the old plan is now wrong. `unknown`: it could not be established. `safe`: nobody
 * who followed the old plan is wrong. `documentation`: validation cannot see it.
 */
export type Level = (typeof levels)[number]

export type Opinion = { readonly level: Level; readonly why: string }

/** Senders are apps that send the event; readers are warehouse models, destinations and dashboards. */
export type Verdict = { readonly senders: Opinion; readonly readers: Opinion }

/** The worst of several levels; `documentation` when there are none. */
export const worstLevel = (some: readonly Level[]): Level =>
  levels.findLast((level) => some.includes(level)) ?? 'documentation'
