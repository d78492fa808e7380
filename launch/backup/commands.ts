import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readSettings } from '@/server/settings/settings'
import { CannotStart } from '../cannot-start'
import { forPeople } from '../for-people'
import { type BackupEnd, BackupRefused } from './backup-format'
import { restoreBackup } from './restore-backup'
import { withAnyDatabase, withIdleDatabase } from './with-database'
import { writeBackup } from './write-backup'

const usage = {
  backup: 'npm run backup -- FILE',
  restore: 'npm run restore -- FILE [--force]',
}

/**
 * `npm run backup` and `npm run restore`.
 *
 * @returns the exit code
 */
export const runBackupCommand = async (
  root: string,
  command: 'backup' | 'restore',
  parameters: readonly string[],
): Promise<number> => {
  try {
    const [given] = parameters.filter((parameter) => !parameter.startsWith('--'))
    if (!given) throw new BackupRefused(`Which file? ${usage[command]}`)
    // npm runs this at the root of the checkout; people mean the folder they are in.
    const file = resolve(process.env.INIT_CWD ?? '.', given)
    const place = settings()
    const rows =
      command === 'backup'
        ? await backup(root, place, file)
        : await restore(place, file, parameters.includes('--force'))
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    console.log(`${command === 'backup' ? 'Written to' : 'Restored from'} ${file}: ${total} rows.`)
    console.log(
      'The key in SECRET_KEY, or in the file secret-key of the data folder, is not part of it: keep it too.',
    )
    return 0
  } catch (error) {
    console.error(forPeople(error))
    return 1
  }
}

const settings = () => {
  const reading = readSettings(process.env)
  if (!reading.ok) throw new CannotStart(reading.problems.join('\n'))
  return reading.settings
}

type Place = ReturnType<typeof settings>

const backup = (root: string, place: Place, file: string): Promise<BackupEnd['rows']> => {
  if (existsSync(file)) throw new BackupRefused(`${file} is there already.`)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return withAnyDatabase(place, (url) => writeBackup(url, file, version))
}

const restore = (place: Place, file: string, replace: boolean): Promise<BackupEnd['rows']> => {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`)
  return withIdleDatabase(place, (url) => restoreBackup(url, file, { replace }))
}
