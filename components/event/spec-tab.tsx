'use client'
import { FileJson2, ListTree, Table2 } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { RuleDetail } from '@/contracts/rule'
import type { ViolationView } from '@/contracts/violation'
import type { Json } from '@/domain/plan/json'
import { schemaBounds } from '@/domain/plan/parse-schema'
import { propertyTable } from '@/domain/plan/property-table'
import { readJson } from '@/domain/plan/read-json'
import { LazyJsonEditor } from '../schema/lazy-json-editor'
import { PropertyTree } from '../schema/property-tree'
import { readableJson } from '../schema/readable-json'
import { CopyButton } from '../ui/copy-button'
import { EmptyState } from '../ui/empty-state'
import { Segmented } from '../ui/segmented'
import { BeyondNote } from './beyond-note'
import { DefectsNote } from './defects-note'
import { openViolationsByPointer } from './open-violations-by-pointer'

type SpecTabProps = {
  readonly rule: RuleDetail
  readonly violations: readonly ViolationView[]
  /** What can be done about defects; null where nothing can be proposed. */
  readonly repairButton: ReactNode
}

/** The rule as a property tree, or as the JSON that Segment holds. */
export const SpecTab = ({ rule, violations, repairButton }: SpecTabProps) => {
  const [view, setView] = useState<'table' | 'json'>('table')
  const schema = useMemo(() => {
    const read = readJson(rule.schemaText, schemaBounds)
    // JSON came over the wire, so JSON it is.
    return read.ok ? read.value : (rule.jsonSchema as Json)
  }, [rule])
  const table = useMemo(() => propertyTable(schema), [schema])
  const byPointer = useMemo(() => openViolationsByPointer(violations), [violations])
  return (
    <div className="flex flex-col gap-4">
      <DefectsNote defects={rule.defects} actions={repairButton} />
      <div className="flex items-center justify-between gap-2">
        <Segmented
          label="Show as"
          value={view}
          onValueChange={setView}
          options={[
            {
              value: 'table',
              label: (
                <>
                  <Table2 aria-hidden="true" /> Table
                </>
              ),
            },
            {
              value: 'json',
              label: (
                <>
                  <FileJson2 aria-hidden="true" /> JSON
                </>
              ),
            },
          ]}
        />
        {view === 'json' ? <CopyButton text={readableJson(rule.schemaText)} what="JSON" showLabel /> : null}
      </div>
      {view === 'json' ? (
        <LazyJsonEditor label="Schema as JSON, read only" value={readableJson(rule.schemaText)} />
      ) : table.rows.length === 0 ? (
        <EmptyState icon={ListTree} title="No properties are planned">
          Whatever is sent with this call is unplanned.
        </EmptyState>
      ) : (
        <PropertyTree rows={table.rows} schema={schema} violations={byPointer} />
      )}
      {view === 'table' ? <BeyondNote beyond={table.beyond} /> : null}
    </div>
  )
}
