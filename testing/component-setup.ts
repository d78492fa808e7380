import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// What jsdom does not have and the primitives ask for.
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.PointerEvent ??= MouseEvent as unknown as typeof PointerEvent
window.ResizeObserver ??= NoObserver as unknown as typeof ResizeObserver
window.matchMedia ??= (query) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }) as unknown as MediaQueryList
Element.prototype.scrollIntoView ??= () => {}
Element.prototype.getAnimations ??= () => []
