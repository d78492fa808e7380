import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PostgresFailed } from './postgres-failed.mjs'

/**
 * How to run Postgres, which refuses to run as root.
 * - not root: as it is
 * - root, Linux: in a user namespace where we are somebody else. Needs no account and works inside folders
 *   that only root may enter.
 * - root otherwise: as the account `postgres` or `nobody`, which must be able to enter every parent folder.
 *
 * @typedef {{ prefix: string[], uid?: number, gid?: number, ownerOfFiles?: { uid: number, gid: number } }} RunAs
 * @returns {RunAs} `prefix` stands before the command; `uid` and `gid` are for spawn
 */
export const runAs = () => {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return { prefix: endsWithParent([]) }
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
  if (succeeds([...namespace, 'true'])) {
    return { prefix: endsWithParent(namespace), ownerOfFiles: { uid: 0, gid: 0 } }
  }
  const account = ['postgres', 'nobody'].map(lookUp).find((found) => found !== null)
  if (account) return { prefix: endsWithParent([]), ...account, ownerOfFiles: account }
  throw new PostgresFailed(
    'Postgres refuses to run as root, and this system offers neither user namespaces nor an account named postgres or nobody. ' +
      'Start as another user, or set DATABASE_URL.',
  )
}

/**
 * Gives a folder and all in it to an account, when it is not its own already.
 *
 * @param {string} folder
 * @param {{ uid: number, gid: number }} owner
 */
export const giveTo = (folder, owner) => {
  if (lstatSync(folder).uid === owner.uid) return
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    chownSync(join(entry.parentPath, entry.name), owner.uid, owner.gid)
  }
  chownSync(folder, owner.uid, owner.gid)
}

// The kernel then asks Postgres to shut down when its parent is gone, `kill -9` included.
// It stands last: changing user or namespace after it would cancel it.
const endsWithParent = (prefix) => {
  const withSignal = [...prefix, 'setpriv', '--pdeathsig', 'INT']
  return succeeds([...withSignal, 'true']) ? withSignal : prefix
}

const succeeds = ([program, ...rest]) => spawnSync(program, rest, { stdio: 'ignore' }).status === 0

const lookUp = (name) => {
  const ask = (flag) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return null
  }
}
