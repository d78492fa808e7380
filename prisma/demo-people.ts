import { randomInt } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DemoPerson } from '@/server/usecases/start/keep-demo'

const people = [
  { email: 'contributor@demo.invalid', name: 'Demo Contributor', role: 'contributor' },
  { email: 'steward@demo.invalid', name: 'Demo Steward', role: 'steward' },
  { email: 'admin@demo.invalid', name: 'Demo Admin', role: 'admin' },
] as const

const Kept = z.record(z.string(), z.string().min(12))

/**
 * The demo people with their passwords: random, made once, and kept in the data folder for its owner only, so that
 * whoever noted them can go on using them.
 */
export const keepDemoPeople = async (dataDir: string): Promise<readonly DemoPerson[]> => {
  const file = join(dataDir, 'demo-passwords.json')
  const kept = await readKept(file)
  const complete = people.map((person) => ({ ...person, password: kept[person.email] ?? newPassword() }))
  if (complete.some(({ email, password }) => kept[email] !== password)) {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const passwords = Object.fromEntries(complete.map(({ email, password }) => [email, password]))
    await writeFile(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 })
  }
  return complete
}

// A file that somebody broke is no reason not to start: new passwords are made.
const readKept = async (file: string): Promise<Readonly<Record<string, string>>> => {
  try {
    return Kept.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return {}
  }
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 79 bits, in groups that are easy to read off a terminal. */
const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join(''),
  ).join('-')
