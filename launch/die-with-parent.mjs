// Preloaded (--import) into every program the launcher starts: when the launcher is gone, even by `kill -9`,
// the channel to it closes and the program ends as if it had been asked to. Programs that such a program
// starts with the same options have a channel of their own, which may be what keeps them alive: left alone.
if (process.channel && process.env.PLUMBLINE_LAUNCHER === String(process.ppid)) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), 5_000).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref()
}
