import { parseCrontab } from 'graphile-worker'
import { expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { periodicTasks } from './periodic-tasks'

// One that the queue cannot read keeps the whole worker from starting.
test.each(periodicTasks({} as Context))('the queue can read when $name is due', ({ name, cron }) => {
  expect(parseCrontab(`${cron} ${name} ?max=3`)).toMatchObject([{ task: name }])
})
