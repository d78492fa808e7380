import { folderOwner } from '../claim-folder.mjs'
import { runningPostgresUrl } from '../postgres/start-postgres.mjs'
import { startDatabase } from '../start-database'
import { BackupRefused } from './backup-format'

type Place = { readonly dataDir: string; readonly databaseUrl: string | null }

/** Works on the database of a running product, or brings it up for as long as the work takes. */
export const withAnyDatabase = async <T>(place: Place, work: (url: string) => Promise<T>): Promise<T> => {
  if (folderOwner(place.dataDir) !== null) {
    const url = place.databaseUrl ?? runningPostgresUrl(place.dataDir)
    if (url === null)
      throw new BackupRefused(`${place.dataDir} is in use, but its database is not up yet. Try again.`)
    return work(url)
  }
  return withIdleDatabase(place, work)
}

/**
 * Works on the database while nothing else does.
 *
 * @throws FolderBusy when the product is running on this data folder
 */
export const withIdleDatabase = async <T>(
  { dataDir, databaseUrl }: Place,
  work: (url: string) => Promise<T>,
): Promise<T> => {
  const database = await startDatabase(dataDir, databaseUrl)
  try {
    return await work(database.url)
  } finally {
    await database.stop()
  }
}
