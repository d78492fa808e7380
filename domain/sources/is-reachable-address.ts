/** Whether Segment could reach an address: not one of this machine or of a private network. */
export const isReachableAddress = (url: string): boolean => {
  const { hostname } = new URL(url)
  if (hostname === 'localhost' || hostname === '[::1]' || hostname.endsWith('.local')) return false
  return !/^(127|10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)\./.test(hostname)
}
