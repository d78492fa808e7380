import { coverText } from './mask-text'
import { isSensitiveName } from './sensitive-name'

/**
 * A text with what addresses in it tell by name covered: values of query and fragment whose names are sensitive
 * (`?token=…`), and a password before the host. What the values look like is for the detectors.
 */
export const maskUrl = (text: string): string =>
  text.includes('=') || text.includes('://')
    ? text
        .replace(named, (whole, before: string, name: string, value: string) =>
          isSensitiveName(decoded(name)) ? `${before}${name}=${coverText(value)}` : whole,
        )
        .replace(password, (_, before: string, user: string) => `${before}${coverText(user)}@`)
    : text

const named = /([?&#;,\s]|^)([\w.%[\]-]{1,100})=([^&#;\s]+)/g
const password = /(:\/\/)([^/?#@\s]{1,200})@/g

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
