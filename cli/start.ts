import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { isCommandName } from './command-names'

// What runs first, for the process and for each thread. Compiling the program takes longer than most work does, so the
// engine's compiled form of it is kept beside it, one for each command and engine.

const file = join(__dirname, 'program.cjs')
const [, , name] = process.argv
const run = isCommandName(name) ? name : 'help'

/** The engine tells programs apart by their length only, so the name of the file has to do the rest. */
const cacheFile = (): string => {
  const { mtimeMs, size } = statSync(file)
  const made = `${Math.round(mtimeMs).toString(36)}-${size.toString(36)}`
  return join(__dirname, 'compiled', `${run}-${process.version}-${process.arch}-${made}`)
}

const read = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Whole or not at all. Where it cannot be kept, every start takes a little longer. */
const keep = (path: string, script: Script): void => {
  try {
    mkdirSync(join(__dirname, 'compiled'), { recursive: true })
    writeFileSync(`${path}.${process.pid}`, script.createCachedData())
    renameSync(`${path}.${process.pid}`, path)
  } catch {}
}

const path = cacheFile()
const cachedData = read(path)
const script = new Script(`(function (exports, require, module) {${readFileSync(file, 'utf8')}\n})`, {
  filename: file,
  ...(cachedData && { cachedData }),
})
const program: { exports: typeof import('./program') } = { exports: {} as typeof import('./program') }
script.runInThisContext()(program.exports, createRequire(file), program)
// Threads run what the process runs, and end without notice.
if (isMainThread && (!cachedData || script.cachedDataRejected)) process.on('exit', () => keep(path, script))
void (isMainThread ? program.exports.main(__filename) : program.exports.thread())
