'use client'
import { useQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { pages } from '@/contracts/paths'
import type { SourceView } from '@/contracts/source'
import { FailureNote } from '../data/failure-note'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { SkeletonRows } from '../ui/skeleton'
import { TabPanel, Tabs } from '../ui/tabs'
import { TextLink } from '../ui/text-link'
import { ActivitySection } from './activity-section'
import { DestinationList } from './destination-list'
import { DisagreementSection } from './disagreement-section'
import { EnforcementTable } from './enforcement-table'
import { HealthSection } from './health-section'
import { RoutesTab } from './routes-tab'
import { SenderList } from './sender-list'
import type { SourceActions } from './source-actions'
import { sourceQuery } from './source-queries'

const tabs = ['health', 'routes'] as const

/** What happens to bad data of this source, how is it doing, and by which ways do its violations come here? */
type SourceScreenProps = {
  readonly id: string
  readonly actions: SourceActions
  /** Where this installation is reached. */
  readonly origin: string
}

export const SourceScreen = ({ id, actions, origin }: SourceScreenProps) => {
  const { data: source, error, refetch } = useQuery(sourceQuery(id))
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('health'))
  if (!source)
    return (
      <Page>
        {error ? (
          <FailureNote error={error} onRetry={() => refetch()} />
        ) : (
          <SkeletonRows label="Reading the source" />
        )}
      </Page>
    )
  return (
    <Page>
      <PageHeader title={source.name} meta={<SourceMeta source={source} />} />
      <Tabs
        label="About this source"
        value={tab}
        onValueChange={(next) => setTab(next)}
        items={[
          { value: 'health', label: 'Health' },
          { value: 'routes', label: 'Routes' },
        ]}
      >
        <TabPanel value="health">
          <div className="flex flex-col gap-8">
            <HealthSection source={source} />
            <EnforcementTable source={source} />
            <ActivitySection hours={source.hours} />
            <DestinationList destinations={source.destinations} />
            {source.plan ? <DisagreementSection planId={source.plan.id} /> : null}
            <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
              <SenderList title="App versions" column="App version" senders={source.appVersions} />
              <SenderList title="Libraries" column="Library" senders={source.libraries} />
            </div>
          </div>
        </TabPanel>
        <TabPanel value="routes">
          <RoutesTab id={id} planId={source.plan?.id ?? null} actions={actions} origin={origin} />
        </TabPanel>
      </Tabs>
    </Page>
  )
}

const SourceMeta = ({ source }: { readonly source: SourceView }) => (
  <>
    <span>{source.kind}</span>
    {source.enabled ? null : <span className="text-warn">turned off in Segment</span>}
    {source.plan ? (
      <span>
        follows <TextLink href={pages.catalog(source.plan.id)}>{source.plan.name}</TextLink>
      </span>
    ) : (
      <span>follows no plan</span>
    )}
    <span>{source.summary}</span>
    <span className="text-ink-3">{source.workspace.name}</span>
  </>
)
