/** What `plumbline --help` shows. */
export const help = `
plumbline: tracking plans, checked where you work

  plumbline validate --plan rules.json [events.ndjson|-]   judge calls by a plan, as Segment would
  plumbline compare old.json new.json                      is everything still accepted? proof or witness
  plumbline diff old.json new.json                         what changed, and who is hurt by it
  plumbline merge base.json ours.json theirs.json          merge two edits of one plan
  plumbline lint rules.json                                find what will hurt later
  plumbline repair rules.json -o out.json                  mend what can only have been meant one way
  plumbline audit verify --url https://…                   is an installation's audit log whole and unchanged?

"plumbline help compare" teaches a command. Options for all: --format json (stable, for programs), --help, --version.
"-" is standard input. NO_COLOR and FORCE_COLOR are respected.
A plan is Segment's { "rules": [...] } and every other shape that plans are kept in; see "plumbline help validate".
Exit codes: 0 fine, 1 found something, 2 could not run (one line on standard error says why).
`
