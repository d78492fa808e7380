import type { JobKind } from './jobs'

/** What a thread is started with. */
export type Opened = {
  readonly kind: JobKind
  readonly setup: unknown
  /** `at[0]`: the place of the item that is judged; `at[1]` grows with each. */
  readonly at: Int32Array
}

/** Items, each with its place in the batch. */
export type Asked = { readonly places: readonly number[]; readonly items: readonly unknown[] }

/** Answers to items that follow each other, `first` being the index of the first one in what was asked. */
export type Answered = {
  readonly first: number
  readonly answers: readonly unknown[]
  /** Those that threw, by their index among these answers. */
  readonly failures: readonly (readonly [index: number, message: string])[]
}

export type Reply =
  | { readonly is: 'ready' }
  | ({ readonly is: 'answers' } & Answered)
  | { readonly is: 'done' }
