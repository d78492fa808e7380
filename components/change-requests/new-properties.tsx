'use client'
import { useQuery } from '@tanstack/react-query'
import type { GroupedEdit } from '@/contracts/review-view'
import { schemaBounds } from '@/domain/plan/parse-schema'
import { propertyTable } from '@/domain/plan/property-table'
import { readJson } from '@/domain/plan/read-json'
import { PropertyTree } from '../schema/property-tree'
import { ruleTitle } from '../ui/rule-title'
import { SkeletonRows } from '../ui/skeleton'
import { requestEditQuery } from './change-request-queries'
import type { RequestPlace } from './request-actions'

/** What a new rule holds: there is no former state to compare it with. */
export const NewProperties = ({
  place,
  edit,
}: {
  readonly place: RequestPlace
  readonly edit: GroupedEdit
}) => {
  const { data, error } = useQuery(requestEditQuery(place, edit))
  const name = ruleTitle(edit)
  if (!data) return error ? null : <SkeletonRows label={`Reading the properties of ${name}`} />
  const parsed = readJson(data.edit.afterText ?? '', schemaBounds)
  if (!parsed.ok) return null
  const { description, rows } = propertyTable(parsed.value)
  return (
    <>
      {description ? <p className="pb-2 text-ink-2">{description}</p> : null}
      {rows.length > 0 ? (
        <PropertyTree rows={rows} schema={parsed.value} label={`Properties of ${name}`} />
      ) : null}
    </>
  )
}
