import { expect, test } from 'vitest'
import { isPrivateAddress } from './private-address'

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.0.1', true],
  // Where clouds keep the credentials of their machines.
  ['169.254.169.254', true],
  ['0.0.0.0', true],
  ['100.100.100.200', true],
  ['8.8.8.8', false],
  ['1.1.1.1', false],
  ['::1', true],
  ['::', true],
  ['fd00:ec2::254', true],
  ['fe80::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:8.8.8.8', false],
  ['2606:4700::1111', false],
])('%s: private %s', (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate)
})
