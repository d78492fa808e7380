import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { runAs } from '../postgres/run-as.mjs'
import { freePort } from '../wait-for-port'

/** The folder with the programs of a PostgreSQL 15 that is installed on this machine, or null. */
export const findPostgres15 = (): string | null => {
  const folders = ['/usr/lib/postgresql/15/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && isFifteen(join(folder, 'postgres'))) ??
    null
  )
}

const isFifteen = (postgres: string) =>
  existsSync(postgres) && / 15\.\d/.test(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))

/** Starts such a server with an empty cluster in a temporary folder, for tests only. */
export const startPostgres15 = async (
  programs: string,
): Promise<{ url: string; stop: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-pg15-'))
  const cluster = join(folder, 'cluster')
  const { prefix, uid, gid, ownerOfFiles } = runAs()
  if (ownerOfFiles && uid !== undefined) execFileSync('chown', [`${uid}:${gid}`, folder])
  const run = (program: string, ...parameters: string[]) => {
    const [first = program, ...rest] = [...prefix, join(programs, program), ...parameters]
    return { first, rest, options: { cwd: folder, uid, gid } }
  }
  const init = run(
    'initdb',
    '-D',
    cluster,
    '--username=plumbline',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  )
  execFileSync(init.first, init.rest, { ...init.options, stdio: 'ignore' })
  const port = await freePort()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 200,
  }
  const server = run(
    'postgres',
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  )
  const child = spawn(server.first, server.rest, { ...server.options, stdio: 'ignore' })
  const url = `postgresql://plumbline@127.0.0.1:${port}/postgres`
  const ended = once(child, 'exit')
  await untilReady(url, child)
  return {
    url,
    stop: async () => {
      child.kill('SIGINT')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const untilReady = async (url: string, child: { exitCode: number | null }) => {
  for (let tries = 0; child.exitCode === null && tries < 600; tries += 1) {
    const client = new Client({ connectionString: url })
    const ready = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (ready) return
    await wait(50)
  }
  throw new Error('PostgreSQL 15 did not start.')
}
