import type { ReactNode } from 'react'
import { pages } from '@/contracts/paths'
import type { SourceView } from '@/contracts/source'
import { lateWords } from '../data/late-words'
import { Facts } from '../ui/facts'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { routeName } from './route-words'

/** How the source is doing, in facts: what was last heard of it and of its violations. No score. */
export const HealthSection = ({ source }: { readonly source: SourceView }) => {
  const { lastDay, reconciled } = source
  const isCounted = lastDay.volume + lastDay.blocked > 0
  return (
    <Section title="How it is doing">
      <Facts
        items={[
          {
            name: 'Last event',
            value: source.lastEventAt ? (
              <>
                <RelativeTime at={source.lastEventAt} />, to the hour, as Segment counts
              </>
            ) : (
              'Segment has counted none in the last 7 days'
            ),
          },
          {
            name: 'Last 24 hours',
            value: `${lastDay.volume.toLocaleString('en')} events passed, ${lastDay.blocked.toLocaleString('en')} were blocked`,
          },
          {
            name: 'Violations',
            value: (
              <>
                {lastDay.violations.toLocaleString('en')} in 24 hours
                {lastDay.perMillion === null
                  ? ''
                  : `, ${Math.round(lastDay.perMillion).toLocaleString('en')} per million events`}
                {lastDay.violations > 0 ? (
                  <>
                    {' '}
                    <TextLink href={`${pages.violations()}?source=${encodeURIComponent(source.id)}`}>
                      Show them
                    </TextLink>
                  </>
                ) : null}
                {lastDay.perMillion === null && lastDay.violations > 0 && isCounted ? (
                  <span className="block text-ink-2">
                    No rate is told: the collector or a file brought what Segment may not have counted.
                  </span>
                ) : null}
              </>
            ),
          },
          ...(source.late
            ? [
                {
                  name: 'Came too late',
                  value: (
                    <>
                      {source.late.count.toLocaleString('en')} in 30 days, the last on {source.late.lastDay}.{' '}
                      <span className="text-ink-2">{lateWords}</span>
                    </>
                  ),
                },
              ]
            : []),
          ...source.routes.map((route) => ({ name: routeName(route.route), value: routeFact(route) })),
          ...(source.routes.length === 0 && source.plan
            ? [{ name: 'Routes', value: 'No way for violations of this source is connected from here.' }]
            : []),
          ...(reconciled.sentence ? [{ name: 'Blocked, 7 days', value: reconciled.sentence }] : []),
          ...source.blockedReasons.map(({ words, count, reason }) => ({
            name: `– ${reason || 'no reason told'}`,
            value: `${count.toLocaleString('en')} ${words}`,
          })),
          ...(source.blockedAppVersions.some(({ appVersion }) => appVersion !== '')
            ? [{ name: '– by app version', value: versionWords(source.blockedAppVersions) }]
            : []),
          {
            name: 'Asked Segment',
            value: <RelativeTime at={source.seenAt} />,
          },
        ]}
      />
    </Section>
  )
}

const shownVersions = 5

const versionWords = (versions: SourceView['blockedAppVersions']): string =>
  versions
    .slice(0, shownVersions)
    .map(({ appVersion, count }) => `${appVersion || 'none told'}: ${count.toLocaleString('en')}`)
    .join(', ') + (versions.length > shownVersions ? ', …' : '')

const routeFact = ({ status, arrivals, lastArrivalAt }: SourceView['routes'][number]): ReactNode => {
  if (!lastArrivalAt)
    return status === 'connected' ? 'connected; nothing has come that way yet' : 'nothing yet'
  return (
    <>
      last <RelativeTime at={lastArrivalAt} />, {arrivals.toLocaleString('en')} in all
    </>
  )
}
