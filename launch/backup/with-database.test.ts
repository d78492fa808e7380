import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimFolder, FolderBusy } from '../claim-folder.mjs'
import { withAnyDatabase, withIdleDatabase } from './with-database'

const databaseUrl = 'postgresql://plumbline@127.0.0.1:5432/plumbline'

let dataDir: string
let release: () => void

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'plumbline-running-'))
  release = claimFolder(dataDir)
})

afterEach(async () => {
  release()
  await rm(dataDir, { recursive: true })
})

test('a product that runs on a database of its owner is backed up while it runs', async () => {
  expect(await withAnyDatabase({ dataDir, databaseUrl }, async (url) => url)).toBe(databaseUrl)
})

test('what needs the database for itself is refused meanwhile', async () => {
  await expect(withIdleDatabase({ dataDir, databaseUrl }, async (url) => url)).rejects.toThrow(FolderBusy)
})
