import { type Composition, compose } from '@/server/compose'
import type { RunningSettings } from '@/server/settings/running-settings'
import { keepAdministrator } from '@/server/usecases/start/keep-administrator'
import { makeSetUpLink } from '@/server/usecases/start/make-set-up-link'
import { prepareDemo } from './prepare-demo'
import { prepareSegment } from './prepare-segment'

/**
 * What every start sees to before anybody comes: the administrator of the environment or a set-up link, and the
 * workspace of `SEGMENT_TOKEN` or the demo. All of it through use cases, and safe to repeat.
 *
 * @returns lines that say how to sign in and what could not be done; they hold secrets, so they are for the terminal
 */
export const prepare = async (settings: RunningSettings): Promise<string[]> => {
  const composition = compose(settings, { poolSize: 4 })
  try {
    return [
      ...(await prepareAdministrator(composition)),
      ...(settings.segment
        ? await prepareSegment(composition, settings.segment)
        : await prepareDemo(composition)),
    ]
  } finally {
    await composition.close()
  }
}

const prepareAdministrator = async ({ contextFor, settings }: Composition): Promise<string[]> => {
  const ctx = contextFor({ kind: 'system', personId: null, name: 'Start' })
  if (settings.admin) {
    await keepAdministrator(ctx, settings.admin)
    return [`Sign in as ${settings.admin.email}.`]
  }
  const link = await makeSetUpLink(ctx)
  return link ? [`Make yourself the administrator (works once): ${link}`] : []
}
