import { askInstallation } from '../ask-installation'
import { CannotRun, type Command } from '../command'
import { readOptions, wantsJson } from '../read-options'
import { write } from '../write'

const help = `
plumbline audit verify --url URL [--head HEAD] [--token TOKEN]

Asks an installation to walk its audit chains: every entry carries a keyed hash over itself and the one before, so an
entry that was changed, moved or taken out shows.

A tail that was cut shows only to whoever noted the head before: run it now, keep the head it prints somewhere else,
and give it with --head the next time. Heads also stand in the installation's log, in JSON exports of a plan and in
evidence files. Entries that came after the head do not matter.

Options:
  --url URL        where people open Plumbline: https://plumbline.example.com
  --head HEAD      what an earlier run printed as head
  --token TOKEN    an API token of an admin (Settings, API tokens); better in PLUMBLINE_TOKEN, where no list of
                   processes shows it

It asks the address that you give, and nothing else.

Examples:
  PLUMBLINE_TOKEN=… plumbline audit verify --url https://plumbline.example.com
  plumbline audit verify --url http://127.0.0.1:3000 --head "$(cat audit-head)" --format json

Exit codes: 0 intact, 1 not intact, 2 could not run.
`

export const audit: Command = {
  help,
  run: async (args, { stdout }) => {
    const options = readOptions(args, {
      url: { type: 'string' },
      token: { type: 'string' },
      head: { type: 'string' },
    })
    const [what, ...others] = options.files
    if (what !== 'verify' || others.length > 0) throw new CannotRun('what audit can do is "audit verify".')
    const url = options.text('url')
    if (url === undefined) throw new CannotRun('say which installation: --url https://plumbline.example.com')
    const token = options.text('token') ?? process.env.PLUMBLINE_TOKEN
    if (!token) throw new CannotRun("an admin's API token is needed: set PLUMBLINE_TOKEN, or give --token.")
    const head = options.text('head')
    const found = verificationIn(
      await askInstallation({ url, token, path: '/audit/verify', query: head === undefined ? {} : { head } }),
    )
    await write(
      stdout,
      `${wantsJson(options) ? JSON.stringify(found) : inWords(found, head !== undefined)}\n`,
    )
    return found.intact ? 0 : 1
  },
}

type Verification = { readonly intact: boolean; readonly entries: number; readonly head: string | null }

const verificationIn = (answer: unknown): Verification => {
  const { intact, entries, head } = (answer ?? {}) as Partial<Record<keyof Verification, unknown>>
  if (
    typeof intact !== 'boolean' ||
    typeof entries !== 'number' ||
    (typeof head !== 'string' && head !== null)
  )
    throw new CannotRun('the answer is not that of a Plumbline installation.')
  return { intact, entries, head }
}

const inWords = ({ intact, entries, head }: Verification, wasHeadGiven: boolean): string => {
  const counted = `${entries} ${entries === 1 ? 'entry' : 'entries'}`
  const verdict = intact
    ? `intact: ${counted}${wasHeadGiven ? ', the head that you gave among them' : ''}`
    : `not intact: an entry was changed, moved or taken out${wasHeadGiven ? ', or the head that you gave is gone' : ''} (${counted} left)`
  return head === null ? verdict : `${verdict}\nhead: ${head}`
}
