import { expect, test } from 'vitest'
import { isReachableAddress } from './is-reachable-address'

test.each([
  ['https://plumbline.example.com', true],
  ['https://172.32.0.1', true],
  ['http://127.0.0.1:3000', false],
  ['http://localhost', false],
  ['http://10.1.2.3', false],
  ['http://172.16.0.1', false],
  ['http://192.168.1.1', false],
  ['http://[::1]:3000', false],
])('%s', (url, reachable) => expect(isReachableAddress(url)).toBe(reachable))
