import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { claimFolder } from '../claim-folder.mjs'
import { postgresBinaries } from './binaries.mjs'
import { clusterPassword, clusterUser, initCluster } from './init-cluster.mjs'
import { PostgresFailed } from './postgres-failed.mjs'
import { endOrphan, readPostmasterFile, runningServer } from './postmaster-file.mjs'
import { giveTo, runAs } from './run-as.mjs'

/**
 * Starts the embedded Postgres of a data folder, on loopback and a free port, and owns the folder until `stop`.
 * The server ends with this process, also when that is killed.
 *
 * @param {{ dataDir: string, settings?: Record<string, string> }} options `settings` are server settings (`fsync: 'off'`)
 * @returns {Promise<{ url: string, pid: number, stopped: Promise<void>, stop: () => Promise<void> }>}
 *   `stopped` resolves when the server has ended, asked or not
 * @throws {import('../claim-folder.mjs').DataFolderBusy} when another living process owns the folder
 * @throws {PostgresFailed} with the end of the server's log when it does not come up
 */
export const startPostgres = async ({ dataDir: folder, settings = {} }) => {
  const dataDir = resolve(folder)
  const release = claimFolder(dataDir)
  try {
    const binaries = postgresBinaries()
    const as = runAs()
    const cluster = join(dataDir, 'pg18')
    initCluster(dataDir, { initdb: binaries('initdb'), as })
    await endOrphan(cluster)
    if (as.ownerOfFiles) giveTo(cluster, as.ownerOfFiles)
    setLongLogAside(dataDir)
    const server = await bringUp({ dataDir, cluster, binaries, as, settings })
    const stopped = server.ended.then(release)
    return {
      url: urlOf(dataDir, server.port),
      pid: server.child.pid,
      stopped,
      stop: async () => {
        if (server.child.exitCode === null && server.child.signalCode === null) {
          end(server.child, { binaries, cluster })
        }
        await stopped
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/**
 * Where the embedded Postgres of a data folder listens right now, when one is running.
 *
 * @param {string} dataDir
 * @returns {string | null}
 */
export const runningPostgresUrl = (dataDir) => {
  const server = runningServer(join(resolve(dataDir), 'pg18'))
  return server?.ready ? urlOf(resolve(dataDir), server.port) : null
}

const urlOf = (dataDir, port) =>
  `postgresql://${clusterUser}:${clusterPassword(dataDir)}@127.0.0.1:${port}/postgres`

const bringUp = async (how) => {
  for (let attempt = 1; ; attempt += 1) {
    const server = await launchServer(how)
    if (await isReady(server, how.cluster)) return server
    server.child.kill('SIGQUIT')
    const words = lastWords(how.dataDir)
    // Somebody may take the free port between our asking for it and the server's taking it.
    if (attempt < 3 && /could not bind|Address already in use/.test(words)) continue
    throw new PostgresFailed(
      `The embedded Postgres did not start. The end of ${logFile(how.dataDir)}:\n${words}`,
    )
  }
}

const launchServer = async ({ dataDir, cluster, binaries, as, settings }) => {
  const port = await freePort()
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), ...settings }
  const [program, ...options] = [
    ...as.prefix,
    binaries('postgres'),
    '-D',
    cluster,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = openSync(logFile(dataDir), 'a', 0o600)
  const child = spawn(program, options, {
    cwd: dataDir,
    uid: as.uid,
    gid: as.gid,
    // In a group of its own: Ctrl-C must not reach the database before the programs that write to it.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const ended = new Promise((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  })
  return { child, port, ended }
}

const isReady = async ({ child, ended }, cluster) => {
  let over = false
  ended.then(() => {
    over = true
  })
  const end = Date.now() + 60_000
  while (!over && Date.now() < end) {
    const found = readPostmasterFile(cluster)
    if (found?.ready && (found.pid === child.pid || process.platform === 'win32')) return true
    await new Promise((again) => setTimeout(again, 15))
  }
  return false
}

const end = (child, { binaries, cluster }) => {
  if (process.platform === 'win32') {
    spawnSync(binaries('pg_ctl'), ['stop', '-D', cluster, '-m', 'fast'], { stdio: 'ignore' })
    return
  }
  child.kill('SIGINT')
  // A session that does not end must not keep people waiting; the next start recovers from the log.
  const hurry = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  child.once('exit', () => clearTimeout(hurry))
}

const freePort = () =>
  new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })

const logFile = (dataDir) => join(dataDir, 'postgres.log')

const setLongLogAside = (dataDir) => {
  const file = logFile(dataDir)
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) renameSync(file, `${file}.1`)
}

const lastWords = (dataDir) => {
  try {
    return readFileSync(logFile(dataDir), 'utf8').trimEnd().split('\n').slice(-12).join('\n')
  } catch {
    return '(no log)'
  }
}
