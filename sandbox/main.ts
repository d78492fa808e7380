import { startSandbox } from '@/sandbox/start-sandbox'

const starting = startSandbox({
  port: Number(process.env.SANDBOX_PORT ?? 0),
  dataDir: process.env.DATA_DIR ?? '.data',
  traffic: process.env.SANDBOX_TRAFFIC !== 'off',
  seed: Number(process.env.SANDBOX_SEED ?? Date.now()),
})

let isStopping = false
const stop = async () => {
  if (isStopping) return
  isStopping = true
  await (await starting).close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The channel closes when whoever started this is gone, however it went.
process.on('disconnect', stop)

try {
  const { url } = await starting
  console.log(JSON.stringify({ sandbox: url }))
} catch (error) {
  console.error(`The sandbox cannot start: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
