import { type Failure, type FailureCode, failureStatus, type Problem } from '@/contracts/failure'

/** The failure that a problem document tells of. Its further members are the failure's own fields. */
export const failureOfProblem = (problem: Problem): Failure => {
  const { type: _type, title: _title, code, status: httpStatus, detail = '', ...extras } = problem
  if (!isFailureCode(code)) return { code: 'unexpected', id: String(extras.id ?? '') }
  switch (code) {
    case 'not-signed-in':
    case 'bad-signature':
      return { code }
    case 'not-found':
      return { code, what: text(extras.what, 'this') }
    case 'stale':
      return { code, detail, current: extras.current }
    case 'wrong-state':
      return { code, detail, status: text(extras.currentStatus, String(httpStatus)) }
    case 'conflicted':
      return { code, detail, conflicts: list(extras.conflicts) }
    case 'blocked':
      return { code, detail, gates: list(extras.gates) as Extract<Failure, { code: 'blocked' }>['gates'] }
    case 'invalid-input':
      return { code, fields: list(extras.fields) as Extract<Failure, { code: 'invalid-input' }>['fields'] }
    case 'rate-limited':
      return { code, retryAfterSeconds: Number(extras.retryAfterSeconds ?? 1) }
    case 'unexpected':
      return { code, id: text(extras.id, '') }
    default:
      return { code, detail }
  }
}

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failureStatus, code)
const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
