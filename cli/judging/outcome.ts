/** `time`: it took too long and was stopped. `memory`: it wanted too much. `failed`: it threw, or its thread died. */
export type Ended = 'time' | 'memory' | 'failed'

export type Outcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly ended: Ended; readonly message: string }

/** What keeps an item from being judged, after "It" or a name. */
export const endedWords: Readonly<Record<Ended, string>> = {
  time: 'took too long and was stopped',
  memory: 'took too much memory and was stopped',
  failed: 'came to no end',
}
