import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from './cannot-start'

/**
 * The key that encrypts stored credentials and signs sessions: 32 bytes in base64. Kept in the data folder,
 * readable for its owner only, made when it is absent.
 *
 * @throws CannotStart when the file holds something else: a new key would make what is stored unreadable
 */
export const keepSecretKey = async (dataDir: string): Promise<string> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'secret-key')
  try {
    await writeFile(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = (await readFile(file, 'utf8')).trim()
  if (Buffer.from(key, 'base64').length !== 32) {
    throw new CannotStart(
      `${file} does not hold a key of 32 bytes in base64. Put back the one that was there.`,
    )
  }
  return key
}
