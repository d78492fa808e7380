import { renameSync, writeFileSync } from 'node:fs'

/** Replaces a file in one step: a reader, or the next start, finds the old content or the new one, never half. */
export const writeWhole = (file: string, text: string) => {
  const draft = `${file}.tmp`
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, file)
}
