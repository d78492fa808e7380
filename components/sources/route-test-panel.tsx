'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import type { RouteTestStarted, RouteView } from '@/contracts/source'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { CodeBlock } from '../ui/code'
import { CopyButton } from '../ui/copy-button'
import { Note } from '../ui/note'
import type { SourceActions } from './source-actions'
import { routesQuery } from './source-queries'
import { testProgress } from './test-progress'
import { useSecondsNow } from './use-seconds-now'

type RouteTestPanelProps = {
  readonly id: string
  readonly route: RouteView
  readonly testRoute: SourceActions['testRoute']
}

/** Sends a call that breaks the plan and watches for its violation. */
export const RouteTestPanel = ({ id, route, testRoute }: RouteTestPanelProps) => {
  const queries = useQueryClient()
  const testing = useMutation({
    mutationFn: () => unwrapAction(testRoute({ id, route: route.route })),
    // Not waited for: what was made is shown at once.
    onSuccess: () => {
      queries.invalidateQueries(routesQuery(id))
    },
  })
  return (
    <div className="flex max-w-prose flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          icon={<Send aria-hidden="true" />}
          pending={testing.isPending}
          onClick={() => testing.mutate()}
        >
          Send a test
        </Button>
        <p className="flex-1 basis-60 text-ink-2 text-xs">
          {route.route === 'collector'
            ? 'A call to this installation, at the address that apps are given. It is known for a test when it arrives, and counts neither as traffic nor as a violation.'
            : 'A call that breaks the plan on purpose, under the user “plumbline-test”. It names no destination but the webhook, but a warehouse may keep it. Its violation is the proof and appears on no list.'}
        </p>
      </div>
      {testing.error ? <FailureNote error={testing.error} /> : null}
      {route.test ? <Outcome route={route.route} test={route.test} started={testing.data} /> : null}
    </div>
  )
}

type OutcomeProps = {
  readonly route: RouteView['route']
  readonly test: NonNullable<RouteView['test']>
  readonly started: RouteTestStarted | undefined
}

const Outcome = ({ route, test, started }: OutcomeProps) => {
  const now = useSecondsNow(test.arrivedAt === null)
  const { tone, title, words } = testProgress(test, now, route)
  return (
    <Note tone={tone} title={title} live>
      {words}
      {(test.problem || route === 'collector') && started?.messageId === test.messageId ? (
        <div className="mt-2 flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <CodeBlock label="The call, for a terminal">{started.command}</CodeBlock>
          </div>
          <CopyButton text={started.command} what="call" />
        </div>
      ) : null}
    </Note>
  )
}
