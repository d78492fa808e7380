import { type ChildProcess, fork } from 'node:child_process'
import { ensureIntake, intakeBundle } from '@/launch/ensure/ensure-intake.mjs'
import { intakeOptions } from '@/launch/intake-options'

/** How the product runs Node for what takes arrivals in. */
export const execArgvOfIntake = [...intakeOptions, '--import', 'tsx']

/** An intake as the product starts it, in a process of its own, which ends when it is disconnected. */
export const anIntake = async ({
  port,
  databaseUrl,
  secretKey,
}: {
  readonly port: number
  readonly databaseUrl: string
  readonly secretKey: string
}): Promise<ChildProcess> => {
  await ensureIntake(process.cwd())
  return fork(intakeBundle, {
    execArgv: [...intakeOptions],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SECRET_KEY: secretKey,
      INTAKE_PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'fatal',
    },
  })
}
