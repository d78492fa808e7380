import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { PostgresFailed } from './postgres-failed.mjs'

export const clusterUser = 'plumbline'

/**
 * Makes the database cluster `pg18` in a data folder if it is not there yet, with a random password
 * that lies beside it in `pg-password`, readable for its owner only.
 *
 * @param {string} dataDir
 * @param {{ initdb: string, as: import('./run-as.mjs').RunAs }} how
 */
export const initCluster = (dataDir, { initdb, as }) => {
  const cluster = join(dataDir, 'pg18')
  if (existsSync(cluster)) return
  // Made aside and renamed: a start that is cut short leaves no half cluster behind.
  const making = `${cluster}.init`
  const passwordCopy = join(dataDir, 'pg-password.init')
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  writeFileSync(join(dataDir, 'pg-password'), password, { mode: 0o600 })
  writeFileSync(passwordCopy, password, { mode: 0o600 })
  if (as.ownerOfFiles) {
    for (const path of [making, passwordCopy]) chownSync(path, as.ownerOfFiles.uid, as.ownerOfFiles.gid)
    if (as.uid !== undefined) chmodSync(dataDir, 0o711)
  }
  const [program, ...options] = [
    ...as.prefix,
    initdb,
    `--pgdata=${making}`,
    `--username=${clusterUser}`,
    `--pwfile=${passwordCopy}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const done = spawnSync(program, options, { encoding: 'utf8', cwd: dataDir, uid: as.uid, gid: as.gid })
  rmSync(passwordCopy, { force: true })
  if (done.status !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new PostgresFailed(
      `The database could not be set up in ${dataDir}: ${(done.stderr || String(done.error)).trim()}${as.uid === undefined ? '' : hintForRoot}`,
    )
  }
  renameSync(making, cluster)
}

const hintForRoot =
  '\nStarted by root, Postgres runs under another account here, which must be able to enter every folder above. ' +
  'Set DATA_DIR to such a place, start as another user, or set DATABASE_URL.'

/** @param {string} dataDir */
export const clusterPassword = (dataDir) => readFileSync(join(dataDir, 'pg-password'), 'utf8').trim()
