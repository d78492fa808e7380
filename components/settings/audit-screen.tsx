'use client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { AuditEntryView } from '@/contracts/audit'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { type Subject, subjectOf } from '../data/subject-of'
import { Button } from '../ui/button'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../ui/relative-time'
import { SkeletonRows } from '../ui/skeleton'
import { Table, Td, Th } from '../ui/table'
import { TextLink } from '../ui/text-link'
import type { AuditActions } from './audit-actions'
import { actionWords, detailWords } from './audit-words'
import { auditQuery, membersQuery } from './settings-queries'
import { VerifyPanel } from './verify-panel'

/** Who did what and when, in a chain that shows if somebody tampered with it. */
export const AuditScreen = ({ actions }: { readonly actions: AuditActions }) => (
  <div className="flex flex-col gap-8">
    <div className="-mb-6">
      <PageHeader title="Audit log" />
    </div>
    <VerifyPanel verify={actions.verifyAudit} />
    <Entries />
  </div>
)

const Entries = () => {
  const query = useInfiniteQuery(auditQuery())
  const { data: frame } = useQuery(frameQuery())
  const { data: members } = useQuery(membersQuery())
  if (query.error && !query.data) return <FailureNote error={query.error} onRetry={() => query.refetch()} />
  if (query.isPending) return <SkeletonRows label="Reading the audit log" />
  const known = {
    plans: frame?.plans ?? [],
    workspaces: frame?.workspaces ?? [],
    people: members?.data ?? [],
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full">
        <Table aria-label="Audit log">
          <thead>
            <tr>
              <Th>When</Th>
              <Th>Who</Th>
              <Th>What</Th>
              <Th>About</Th>
            </tr>
          </thead>
          <tbody>
            {query.data?.pages
              .flatMap(({ data }) => data)
              .map((entry) => (
                <Entry key={entry.hash} entry={entry} subject={subjectOf(entry.subject, known)} />
              ))}
          </tbody>
        </Table>
      </div>
      {query.hasNextPage ? (
        <Button pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </div>
  )
}

const byKind: Readonly<Record<AuditEntryView['actor']['kind'], string>> = {
  person: '',
  token: 'by token',
  job: 'job',
  system: 'the installation',
}

const Entry = ({ entry, subject }: { readonly entry: AuditEntryView; readonly subject: Subject }) => {
  const details = detailWords(entry.details)
  return (
    <tr>
      <Td className="whitespace-nowrap text-ink-2">
        <RelativeTime at={entry.at} />
      </Td>
      <Td className="min-w-28">
        {entry.actor.name}
        {byKind[entry.actor.kind] ? (
          <span className="block text-ink-3 text-xs">{byKind[entry.actor.kind]}</span>
        ) : null}
      </Td>
      <Td className="min-w-48">
        {actionWords(entry.action)}
        {details ? (
          <span className="line-clamp-2 break-words text-ink-3 text-xs" title={details}>
            {details}
          </span>
        ) : null}
      </Td>
      <Td className="min-w-32">
        {subject.href ? <TextLink href={subject.href}>{subject.label}</TextLink> : subject.label}
      </Td>
    </tr>
  )
}
