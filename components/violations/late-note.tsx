'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { pages } from '@/contracts/paths'
import { lateWords } from '../data/late-words'
import { Note } from '../ui/note'
import { TextLink } from '../ui/text-link'
import { violationFilter } from './violation-filter'
import { boardCountsQuery } from './violation-queries'

/** So many are named; the rest are a number. */
const namedSources = 3

/** What the board cannot count, of the plan and source it shows; nothing where nothing came too late. */
export const LateNote = () => {
  const [filter] = useQueryStates(violationFilter)
  const { data: counts } = useQuery(boardCountsQuery(filter))
  const late = counts?.late ?? []
  if (late.length === 0) return null
  const count = late.reduce((sum, one) => sum + one.count, 0)
  const others = late.length - namedSources
  return (
    <Note
      className="mb-3"
      title={
        <>
          {count.toLocaleString('en')} {count === 1 ? 'violation' : 'violations'} of{' '}
          {late.slice(0, namedSources).map(({ source: { id, name } }, at) => (
            <span key={id}>
              {at > 0 ? ', ' : ''}
              <TextLink href={pages.source(id)}>{name}</TextLink>
            </span>
          ))}
          {others > 0 ? ` and ${others.toLocaleString('en')} more` : ''} came too late to be counted in the
          last 30 days
        </>
      }
    >
      {lateWords}
    </Note>
  )
}
