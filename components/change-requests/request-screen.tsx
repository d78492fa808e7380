'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryState } from 'nuqs'
import { useState } from 'react'
import { pages } from '@/contracts/paths'
import type { EditGroupView, ReviewView } from '@/contracts/review-view'
import type { RuleId } from '@/domain/plan/rule'
import { can } from '@/domain/review/can'
import { roles } from '@/domain/review/role'
import { isOpen } from '@/domain/review/transition'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { isFailure } from '../data/request-failed'
import { Dialog } from '../ui/dialog'
import { LinkButton } from '../ui/link-button'
import { Page } from '../ui/page'
import { SkeletonRows } from '../ui/skeleton'
import { TabPanel, Tabs } from '../ui/tabs'
import { useKeys } from '../ui/use-keys'
import { reviewQuery } from './change-request-queries'
import { ChangedSinceNote } from './changed-since-note'
import { ChangesTab } from './changes-tab'
import { ChecksTab } from './checks-tab'
import { ConflictList } from './conflict-list'
import { Conversation } from './conversation'
import { DescribeForm } from './describe-form'
import { GateList } from './gate-list'
import { countOfRules } from './group-state'
import { ImpactTab } from './impact/impact-tab'
import { PresenceLine } from './presence-line'
import { PublishDialog } from './publish-dialog'
import { PublishState } from './publish-state'
import type { RequestActions, RequestPlace } from './request-actions'
import { RequestAside } from './request-aside'
import { RequestHeader } from './request-header'
import { tabParser } from './request-tabs'
import { ReviewForm } from './review-form'
import { useNextWaiting } from './use-next-waiting'
import { useRequestWork } from './use-request-work'
import { useSeenEdits } from './use-seen-edits'
import { VerdictCounts } from './verdict-counts'
import { WaitingNote } from './waiting-note'

type RequestScreenProps = { readonly place: RequestPlace; readonly actions: RequestActions }

/** One change request: should this go out? */
export const RequestScreen = ({ place, actions }: RequestScreenProps) => {
  const { data: view, error, refetch } = useQuery(reviewQuery(place))
  if (view) return <OneRequest place={place} actions={actions} view={view} />
  return (
    <Page>
      {error ? (
        <>
          <FailureNote error={error} onRetry={() => refetch()} />
          {isFailure(error, 'not-found') ? (
            <LinkButton href={pages.changeRequests()}>All change requests</LinkButton>
          ) : null}
        </>
      ) : (
        <SkeletonRows label="Reading the change request" />
      )}
    </Page>
  )
}

/** Where somebody who jumped from a thread to its change, or back, wants to arrive. */
type Goal = { readonly rule: RuleId | null; readonly thread: string | null }

type Overlay = 'review' | 'publish' | 'bypass' | null

const OneRequest = ({ place, actions, view }: RequestScreenProps & { readonly view: ReviewView }) => {
  const { data: frame } = useQuery(frameQuery())
  const [tab, setTab] = useQueryState('tab', tabParser)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const [group, setGroup] = useState<EditGroupView | null>(null)
  const [goal, setGoal] = useState<Goal>({ rule: null, thread: null })
  const goToNext = useNextWaiting(place)
  const [describing, setDescribing] = useState(false)
  const seen = useSeenEdits(view)
  const work = useRequestWork(place, actions, seen.look)
  const role = roles.find((each) => each === frame?.me.role) ?? 'viewer'
  const show = (which: Exclude<Overlay, null>) => (open: boolean) => setOverlay(open ? which : null)
  const openReview = (of: EditGroupView | null) => {
    setGroup(of)
    setOverlay('review')
  }
  const review = () => view.can.approve && openReview(null)
  const showChange = (rule: RuleId) => {
    setGoal({ rule, thread: null })
    setTab('changes')
  }
  const showThread = (thread: string) => {
    setGoal({ rule: null, thread })
    setTab('conversation')
  }
  useKeys({ a: review, e: () => view.can.edit && setDescribing(true), ']': goToNext })
  const panel = { place, view, work, actions, seen }
  const changedNote = seen.changed ? (
    <ChangedSinceNote
      changed={seen.changed}
      onShow={() => {
        setOverlay(null)
        setTab('changes')
      }}
      onSeen={() => seen.look(view)}
    />
  ) : null
  return (
    <Page>
      {describing ? (
        <DescribeForm view={view} work={work} onDone={() => setDescribing(false)} />
      ) : (
        <RequestHeader
          view={view}
          work={work}
          onDescribe={() => setDescribing(true)}
          onReview={review}
          onPublish={() => setOverlay('publish')}
        />
      )}
      <div className="flex flex-col gap-4 empty:hidden [&:not(:empty)]:pb-6">
        <VerdictCounts groups={view.groups} />
        {work.step.error && work.step.variables !== 'abandon' ? (
          <FailureNote error={work.step.error} />
        ) : null}
        {work.revert.error ? <FailureNote error={work.revert.error} /> : null}
        <PublishState
          plan={place.plan}
          view={view}
          work={work}
          mayResume={can(role, 'resume-publish')}
          onPublish={() => setOverlay('publish')}
        />
        <WaitingNote view={view} mayPublish={can(role, 'publish')} />
        <PresenceLine place={place} />
        {changedNote}
        <ConflictList place={place} view={view} work={work} />
      </div>
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_17rem]">
        <RequestAside
          plan={place.plan}
          view={view}
          gates={
            <GateList
              place={place}
              view={view}
              work={work}
              mayResolveDrift={can(role, 'resolve-drift')}
              me={frame?.me.id}
              onReview={review}
              onBypass={() => setOverlay('bypass')}
              onPublish={() => setOverlay('publish')}
              onTab={setTab}
            />
          }
        />
        <div className="min-w-0 xl:col-start-1 xl:row-start-1">
          <Tabs
            label="Parts of the request"
            value={tab}
            onValueChange={setTab}
            items={[
              { value: 'conversation', label: 'Conversation', count: view.unresolved, of: 'unresolved' },
              { value: 'changes', label: 'Changes', count: view.editCount },
              { value: 'checks', label: 'Checks', count: view.checks.filter(isToKnow).length },
              { value: 'impact', label: 'Impact' },
            ]}
          >
            <TabPanel value="conversation">
              <Conversation
                {...panel}
                onDescribe={() => setDescribing(true)}
                onChange={showChange}
                goal={goal.thread}
              />
            </TabPanel>
            <TabPanel value="changes">
              <ChangesTab
                {...panel}
                goal={goal.rule}
                onAskForChanges={openReview}
                onThread={showThread}
                onNext={goToNext}
              />
            </TabPanel>
            <TabPanel value="checks">
              <ChecksTab place={place} view={view} work={work} />
            </TabPanel>
            <TabPanel value="impact">
              <ImpactTab place={place} fingerprint={view.fingerprint} actions={actions} />
            </TabPanel>
          </Tabs>
        </div>
      </div>
      <Dialog
        open={overlay === 'review' && isOpen(view.status)}
        onOpenChange={show('review')}
        title={group ? `Review ${countOfRules(group.edits)}` : 'Review'}
        description="You approve the edits as they are now. If one changes later, it needs an approval again."
      >
        <div className="flex flex-col gap-4">
          {changedNote}
          <ReviewForm {...panel} group={group} onDone={() => setOverlay(null)} />
        </div>
      </Dialog>
      <PublishDialog
        place={place}
        view={view}
        work={work}
        open={overlay === 'publish'}
        onOpenChange={show('publish')}
      />
      <PublishDialog
        place={place}
        view={view}
        work={work}
        open={overlay === 'bypass'}
        onOpenChange={show('bypass')}
        past={view.gates}
      />
    </Page>
  )
}

const isToKnow = ({ status, conclusion }: ReviewView['checks'][number]) =>
  status === 'failed' || conclusion === 'warn' || conclusion === 'block'
