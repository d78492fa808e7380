import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { claimFolder, FolderBusy } from '../claim-folder.mjs'

/**
 * Does work on the checkout when it is needed, never in two processes at once. Whoever waited asks again
 * whether it is still needed.
 *
 * @param {string} root
 * @param {{ needed: () => boolean | Promise<boolean>, work: () => Promise<void> }} step
 */
export const oneAtATime = async (root, { needed, work }) => {
  if (!(await needed())) return
  const release = await claim(join(root, '.cache'))
  try {
    if (await needed()) await work()
  } finally {
    release()
  }
}

const claim = async (folder) => {
  for (let told = false; ; told = true) {
    try {
      return claimFolder(folder)
    } catch (error) {
      if (!(error instanceof FolderBusy)) throw error
      if (!told) console.log('Another start is preparing this checkout. Waiting for it …')
      await wait(500)
    }
  }
}
