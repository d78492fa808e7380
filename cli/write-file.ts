import { constants } from 'node:fs'
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CannotRun } from './command'
import { whyNot } from './why-not'

/**
 * Puts a text into a file, whole or not at all: it is written beside it first. What is no file (a pipe, a device) is
 * written to directly. Throws `CannotRun`.
 */
export const writeFile = async (file: string, text: string): Promise<void> => {
  try {
    const target = await realpath(file).catch(() => file)
    const there = await stat(target).catch(() => undefined)
    if (there === undefined || there.isFile()) {
      // A file that may not be written is not replaced either.
      if (there) await access(target, constants.W_OK)
      await replace(target, text, there?.mode)
    } else await fill(target, 'w', text)
  } catch (error) {
    throw new CannotRun(`cannot write ${file}: ${whyNot(error)}.`)
  }
}

const replace = async (target: string, text: string, mode: number | undefined): Promise<void> => {
  const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.tmp`)
  try {
    await fill(beside, 'wx', text, mode)
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

const fill = async (path: string, flag: string, text: string, mode?: number): Promise<void> => {
  const file = await open(path, flag, mode)
  try {
    await file.writeFile(text)
  } finally {
    await file.close()
  }
}
