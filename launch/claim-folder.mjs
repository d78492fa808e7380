import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processState } from './process-state.mjs'

/** Another process uses the folder; the message is meant for people. */
export class FolderBusy extends Error {
  /**
   * @param {string} folder
   * @param {number} owner
   */
  static of(folder, owner) {
    return new FolderBusy(
      `${folder} is in use by process ${owner}. Stop it first, or set DATA_DIR to another folder.`,
    )
  }
}

/**
 * Takes a folder for this process: two owners of one data folder would stop each other's database.
 * The claim of a process that is gone (same number, other start time included) does not count.
 *
 * @param {string} folder made when it is missing, for its owner only
 * @returns {() => void} gives the folder back
 * @throws {FolderBusy}
 */
export const claimFolder = (folder) => {
  makeFolder(folder)
  const file = join(folder, 'owner.json')
  const claim = JSON.stringify({ pid: process.pid, startedAt: processState(process.pid)?.startedAt })
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (writeNew(file, claim)) return () => release(file, claim)
    const found = readOrNull(file)
    const owner = livingOwner(found)
    if (owner) throw FolderBusy.of(folder, owner)
    if (found !== null) removeStale(file, found)
  }
  throw new FolderBusy(`${folder} is being claimed by another start at this moment. Try again.`)
}

/**
 * The process that owns a folder now, or null.
 *
 * @param {string} folder
 * @returns {number | null}
 */
export const folderOwner = (folder) => livingOwner(readOrNull(join(folder, 'owner.json')))

const makeFolder = (folder) => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new FolderBusy(
      `${folder} cannot be used as the data folder (${error.code}). Set DATA_DIR to another one.`,
    )
  }
}

const writeNew = (file, text) => {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

const readOrNull = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const livingOwner = (text) => {
  if (!text) return null
  try {
    const { pid, startedAt } = JSON.parse(text)
    return processState(pid)?.startedAt === startedAt ? pid : null
  } catch {
    return null
  }
}

// Moved aside before it is removed: of two starts that both saw the stale claim only one gets it,
// and the other notices when what it moved is a fresh claim.
const removeStale = (file, expected) => {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (readOrNull(aside) === expected) rmSync(aside)
  else renameSync(aside, file)
}

const release = (file, claim) => {
  if (readOrNull(file) === claim) rmSync(file, { force: true })
}
