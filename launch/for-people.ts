import { BackupRefused } from './backup/backup-format'
import { CannotStart } from './cannot-start'
import { FolderBusy } from './claim-folder.mjs'
import { StepFailed } from './ensure/run-step.mjs'
import { MigrationRefused } from './migrate'
import { PostgresFailed } from './postgres/postgres-failed.mjs'

const plain = [BackupRefused, CannotStart, FolderBusy, MigrationRefused, PostgresFailed, StepFailed]

/** What the terminal shows of an error: the message alone when it was written for people, otherwise all there is. */
export const forPeople = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return plain.some((kind) => error instanceof kind)
    ? error.message
    : `Plumbline stopped because of an error:\n${error.stack}`
}
