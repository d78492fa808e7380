import type { Command } from '../command'
import { readOptions, wantsJson } from '../read-options'
import { compareFiles } from './compare-files'
import { comparePairs } from './compare-pairs'

const help = `
plumbline compare old.json new.json [--planned-names] [--format json]
plumbline compare --ndjson [pairs.ndjson|-] [--planned-names]

Is everything that the old JSON Schema (draft-07) accepts accepted by the new one?

  safe       yes, and it was proved
  breaking   no, and here is a witness: a value that the old schema accepts and the new one refuses
  unknown    neither could be established; treat it like breaking

Nothing is fetched: a reference that leads out of the schema is unknown. A pair that takes more than a second or too
much memory is stopped and unknown.

Options:
  --planned-names   read the old schema as a tracking plan is meant: nobody sends a name that it does not plan.
                    Without it objects are as open as their schemas say, so that a new optional property is breaking
                    for whoever already sends that name
  --ndjson          many pairs: a line {"id":…,"old":{…},"new":{…}} for each, and in the same order an answer for each
  --format json     for programs

It reads: JSON Schemas as UTF-8 files, "-" for standard input.
It writes, with --ndjson or --format json:
  {"id":1,"verdict":"breaking","witness":null,"reason":"…"}
A line that holds no pair is answered as unknown, told on standard error, and makes the exit code 2.

Examples:
  plumbline compare old.json new.json --planned-names
  git show main:schema.json | plumbline compare - schema.json
  plumbline compare --ndjson pairs.ndjson | grep -v '"verdict":"safe"'

Exit codes: 0 everything is safe, 1 something is breaking or unknown, 2 could not run.
`

export const compare: Command = {
  help,
  run: (args, terminal) => {
    const options = readOptions(args, { ndjson: { type: 'boolean' }, 'planned-names': { type: 'boolean' } })
    const reading = { plannedNames: options.isSet('planned-names') }
    return options.isSet('ndjson')
      ? comparePairs(options.files, reading, terminal)
      : compareFiles({ files: options.files, reading, asJson: wantsJson(options) }, terminal)
  },
}
