import type { Job } from './job'

/** What is judged away from the rest, each made ready by what all its items share; loaded when asked for. */
export const loadJob = {
  'compare-line': async () => (await import('./compare-line')).compareLine,
  'compare-schemas': async () => (await import('./compare-schemas')).compareSchemas,
  'joint-break': async () => (await import('./joint-break')).jointBreak,
  'judge-pair': async () => (await import('./judge-pair')).judgePair,
  'validate-line': async () => (await import('./validate-line')).validateLine,
} as const

export type JobKind = keyof typeof loadJob

type Maker<K extends JobKind> = Awaited<ReturnType<(typeof loadJob)[K]>>

export type SetupOf<K extends JobKind> = Parameters<Maker<K>>[0]
export type ItemOf<K extends JobKind> = Parameters<ReturnType<Maker<K>>>[0]
export type AnswerOf<K extends JobKind> = ReturnType<ReturnType<Maker<K>>>

/** A job whose items and answers are not looked at. */
export const loadAnyJob = loadJob as Readonly<
  Record<JobKind, () => Promise<(setup: unknown) => Job<unknown, unknown>>>
>
