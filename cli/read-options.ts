import { parseArgs } from 'node:util'
import { CannotRun } from './command'
import { didYouMean } from './nearest'

type Known = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>

export type Options = {
  readonly text: (name: string) => string | undefined
  readonly isSet: (name: string) => boolean
  readonly files: readonly string[]
}

/** The arguments of a command; throws `CannotRun` for what it does not know. `--format text|json` is known to all. */
export const readOptions = (args: readonly string[], known: Known = {}): Options => {
  const { values, positionals } = parsed(args, { ...known, format: { type: 'string' } })
  const text = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  if (!['text', 'json', undefined].includes(text('format')))
    throw new CannotRun(`--format is text or json, not "${text('format')}".`)
  if (positionals.filter((file) => file === '-').length > 1)
    throw new CannotRun('standard input ("-") can be only one of the files.')
  return { text, isSet: (name) => values[name] === true, files: positionals }
}

export const wantsJson = (options: Options): boolean => options.text('format') === 'json'

const parsed = (args: readonly string[], options: Known) => {
  try {
    return parseArgs({ args: [...args], options: { ...options }, allowPositionals: true, strict: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [, option] = /^Unknown option '(-[^']*)'/.exec(error.message) ?? []
    if (option === undefined) throw new CannotRun(error.message.split('\n')[0] ?? error.message)
    const guess = didYouMean(
      option.replace(/^-+/, ''),
      [...Object.keys(options), 'help'],
      (name) => `--${name}`,
    )
    throw new CannotRun(`there is no option ${option}${guess || '; "--help" lists them.'}`)
  }
}
