'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import type { RuleDetail } from '@/contracts/rule'
import { RepairButton } from '../repair/repair-button'
import type { RepairAction } from '../repair/use-repair'
import { TabPanel, Tabs } from '../ui/tabs'
import { eventParams } from './event-params'
import { ruleViolationsQuery } from './event-queries'
import { HistoryTab } from './history-tab'
import type { RulePlace } from './rule-place'
import { SpecTab } from './spec-tab'
import { ViolationsTab } from './violations-tab'

type EventTabsProps = {
  readonly place: RulePlace
  readonly detail: RuleDetail
  /** The plan version that is shown; null for head. */
  readonly version: number | null
  /** Null where nothing can be proposed. */
  readonly repair: RepairAction | null
}

export const EventTabs = ({ place, detail, version, repair }: EventTabsProps) => {
  const [{ tab }, setParams] = useQueryStates(eventParams)
  const violations = useInfiniteQuery(ruleViolationsQuery(place))
  const rows = violations.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <Tabs
      label="About this event"
      value={tab}
      onValueChange={(next) => setParams({ tab: next })}
      items={[
        { value: 'spec', label: 'Spec' },
        {
          value: 'violations',
          label: 'Violations',
          count: rows.filter(({ status }) => status === 'open').length,
        },
        { value: 'history', label: 'History' },
      ]}
    >
      <TabPanel value="spec">
        <SpecTab
          rule={detail}
          violations={rows}
          repairButton={repair ? <RepairButton {...place} repair={repair} /> : null}
        />
      </TabPanel>
      <TabPanel value="violations">
        <ViolationsTab rows={rows} query={violations} />
      </TabPanel>
      <TabPanel value="history">
        <HistoryTab place={place} version={version} />
      </TabPanel>
    </Tabs>
  )
}
