/** Colour means something: bad breaking or failing, warn unknown or waiting, good safe or live, quiet documentation or retired. */
export type Tone = 'bad' | 'warn' | 'good' | 'quiet' | 'accent'

export const toneText: Readonly<Record<Tone, string>> = {
  bad: 'text-bad',
  warn: 'text-warn',
  good: 'text-good',
  quiet: 'text-ink-3',
  accent: 'text-accent',
}

export const toneFill: Readonly<Record<Tone, string>> = {
  bad: 'bg-bad-soft text-bad',
  warn: 'bg-warn-soft text-warn',
  good: 'bg-good-soft text-good',
  quiet: 'bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent',
}
